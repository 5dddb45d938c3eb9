import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** The same PNG, packed as tightly as can be: each row is kept as it is, for flat colours repeat better than their differences. */
export function smaller(png: Buffer): Buffer {
  const chunks: { kind: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ kind: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const header = chunks[0].data;
  const bytes = { 2: 3, 6: 4 }[header[9]]!;
  const rows = unfiltered(inflateSync(Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data))), header.readUInt32BE(0) * bytes, bytes);
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Takes back the filters of PNG (RFC 2083, 6): each row begins with its filter, 0 to 4. */
function unfiltered(data: Buffer, width: number, bytes: number): Buffer {
  for (let row = 0; row < data.length; row += width + 1) {
    const filter = data[row];
    data[row] = 0;
    for (let x = 1; x <= width; x += 1) {
      const left = x > bytes ? data[row + x - bytes] : 0;
      const up = row > 0 ? data[row + x - width - 1] : 0;
      const corner = row > 0 && x > bytes ? data[row + x - width - 1 - bytes] : 0;
      data[row + x] += [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
    }
  }
  return data;
}

function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((of) => Math.abs(left + up - corner - of));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
