//! Pictures made for the tests, with what cameras and programs write beside them.

use image::{
    DynamicImage, ImageEncoder as _, Rgb, RgbImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops,
};

/// What nobody is to read in a photo.
pub const SECRET: &[u8] = b"51.4778N 3.1776W, 12 Railway Street, SN-0042";

/// A picture of one pixel.
pub const ICON: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6,
    0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d,
    0x0a, 0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// Dots of every colour: what makes the heaviest file.
pub fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 0x2545_f491_u32;
    RgbImage::from_fn(width, height, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [red, green, blue, _] = state.to_le_bytes();
        Rgb([red, green, blue])
    })
}

/// Four quarters, each of a colour, as they are read.
pub fn quarters(width: u32, height: u32, colours: [[u8; 3]; 4]) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let (right, below) = (usize::from(x >= width / 2), usize::from(y >= height / 2));
        Rgb(colours[2 * below + right])
    })
}

/// An upright picture as a camera stores it that was held so: turning it as the number says makes it upright.
pub fn stored_as(upright: &RgbImage, turned: u8) -> RgbImage {
    match turned {
        2 => imageops::flip_horizontal(upright),
        3 => imageops::rotate180(upright),
        4 => imageops::flip_vertical(upright),
        5 => imageops::rotate270(&imageops::flip_horizontal(upright)),
        6 => imageops::rotate270(upright),
        7 => imageops::rotate90(&imageops::flip_horizontal(upright)),
        8 => imageops::rotate90(upright),
        _ => upright.clone(),
    }
}

pub fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut file = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut file, 90)).unwrap();
    file
}

pub fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut file = Vec::new();
    let (width, height) = (picture.width(), picture.height());
    PngEncoder::new(&mut file).write_image(picture.as_bytes(), width, height, picture.color().into()).unwrap();
    file
}

/// The same JPEG with what a camera says of it (how it was held, and where) and with other pieces, each with its mark.
pub fn jpeg_with(file: &[u8], turned: Option<u8>, pieces: &[(u8, &[u8])]) -> Vec<u8> {
    let mut made = file[..2].to_vec();
    let mut piece = |mark: u8, content: &[u8]| {
        made.extend([0xff, mark]);
        made.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        made.extend(content);
    };
    if let Some(turned) = turned {
        piece(0xe1, &exif(turned));
    }
    for (mark, content) in pieces {
        piece(*mark, content);
    }
    made.extend(&file[2..]);
    made
}

/// How the camera was held (0x0112), and where it was (a list of its own, at 0x8825, with text in place of numbers).
fn exif(turned: u8) -> Vec<u8> {
    let mut made = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    made.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0]);
    made.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    made.extend([0; 4]);
    made.extend([1, 0, 2, 0, 2, 0]);
    made.extend(u32::try_from(SECRET.len()).unwrap().to_le_bytes());
    made.extend([56, 0, 0, 0]);
    made.extend([0; 4]);
    made.extend(SECRET);
    made
}

/// The same PNG with other pieces after what says how large it is.
pub fn png_with(file: &[u8], pieces: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let (head, rest) = file.split_at(33);
    let mut made = head.to_vec();
    for (kind, content) in pieces {
        let named = [&kind[..], content].concat();
        made.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        made.extend(&named);
        made.extend(crc(&named).to_be_bytes());
    }
    made.extend(rest);
    made
}

/// The same PNG, which says that it is larger than it is.
pub fn png_saying(file: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut made = file.to_vec();
    made[16..20].copy_from_slice(&width.to_be_bytes());
    made[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&made[12..29]).to_be_bytes();
    made[29..33].copy_from_slice(&sum);
    made
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}
