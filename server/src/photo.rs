//! A photo made from whatever file was sent: a small square JPEG, and nothing else of that file.
//!
//! What a camera writes beside a picture (where it was taken, when, on whose phone) is not copied, because nothing is: the pixels
//! are opened, made small and written anew. Whatever else a file was besides a picture is gone in the same way.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageResult, Limits, Rgb, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::PngDecoder,
    },
    imageops::FilterType,
    metadata::Orientation,
};
use own_terms_domain::{
    ids::PhotoId,
    photo::{MOST_PIXELS, MOST_SENT, NotAPhoto, SIDE},
};
use sha2::{Digest as _, Sha256};

/// The most bytes that are kept of a photo: ten of them cost someone with little data less than the pages they are on.
pub const MOST_KEPT: usize = 8 * 1024;
/// The most bytes of pixels that a file is opened to, while it is made small.
const MOST_OPENED: u64 = 128 * 1024 * 1024;
/// How well it is written: the first of these at which it is light enough. At the last, whatever it shows is.
const QUALITIES: [u8; 7] = [82, 74, 64, 52, 40, 20, 1];

/// A photo. Whatever has this type was made here, pixel by pixel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    id: PhotoId,
    jpeg: Vec<u8>,
}

impl Photo {
    /// The photo that a file shows. It takes long: not on a thread that others wait for.
    ///
    /// # Errors
    /// Why it shows none.
    pub fn of_file(file: &[u8]) -> Result<Self, NotAPhoto> {
        if file.is_empty() {
            return Err(NotAPhoto::Nothing);
        }
        if file.len() > MOST_SENT {
            return Err(NotAPhoto::TooHeavy);
        }
        // By what it is, never by what it is called. Of the many kinds there are only these two have code here that opens them.
        let small = match file {
            [0xff, 0xd8, 0xff, ..] if is_whole_jpeg(file) => small(JpegDecoder::new(Cursor::new(file)))?,
            [0xff, 0xd8, 0xff, ..] => return Err(NotAPhoto::Damaged),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
                small(PngDecoder::with_limits(Cursor::new(file), limits()))?
            }
            _ => return Err(NotAPhoto::AnotherKind),
        };
        let square = on_white(&square(&small));
        let mut jpeg = Vec::new();
        for quality in QUALITIES {
            jpeg.clear();
            let encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
            square.write_with_encoder(encoder).map_err(|_| NotAPhoto::Damaged)?;
            if jpeg.len() <= MOST_KEPT {
                break;
            }
        }
        Ok(Self { id: id_of(&jpeg), jpeg })
    }

    /// A photo as it was kept; none where it is not what was kept.
    pub(crate) fn kept(id: PhotoId, jpeg: Vec<u8>) -> Option<Self> {
        (id_of(&jpeg) == id).then_some(Self { id, jpeg })
    }

    /// Which one.
    pub fn id(&self) -> PhotoId {
        self.id
    }

    /// The file.
    pub fn jpeg(&self) -> &[u8] {
        &self.jpeg
    }

    /// The same, to be sent.
    pub fn into_jpeg(self) -> Vec<u8> {
        self.jpeg
    }
}

fn id_of(jpeg: &[u8]) -> PhotoId {
    let mut half = [0; 16];
    half.copy_from_slice(&Sha256::digest(jpeg)[..16]);
    PhotoId(uuid::Builder::from_custom_bytes(half).into_uuid())
}

/// True when it goes on to its end: one that was cut off would be opened all the same, with grey where the rest of a face was.
fn is_whole_jpeg(file: &[u8]) -> bool {
    let mut rest = &file[2..];
    loop {
        // Between the pieces and in what is drawn: on to the next mark. 00 and the restarts stand within what is drawn.
        let Some(at) = rest.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff))
        else {
            return false;
        };
        let mark = rest[at + 1];
        rest = &rest[at + 2..];
        if mark == 0xd9 {
            return true;
        }
        let [high, low, ..] = *rest else { return false };
        let Some(after) = rest.get(usize::from(u16::from_be_bytes([high, low])).max(2)..) else { return false };
        rest = after;
    }
}

/// What a decoder may take.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_OPENED);
    limits
}

/// The whole picture, upright, as many pixels on its shorter side as a photo has. How many it has is asked before it is opened:
/// a few bytes can say that they are very many.
fn small<D: ImageDecoder>(decoder: ImageResult<D>) -> Result<DynamicImage, NotAPhoto> {
    let mut decoder = decoder.map_err(why)?;
    let (width, height) = decoder.dimensions();
    let short = width.min(height);
    if short < SIDE {
        return Err(NotAPhoto::TooFewPixels);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_OPENED {
        return Err(NotAPhoto::TooManyPixels);
    }
    decoder.set_limits(limits()).map_err(why)?;
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let whole = DynamicImage::from_decoder(decoder).map_err(why)?;
    let at = |on_the_short_side: u32| {
        let side = |side: u32| u64::from(side) * u64::from(on_the_short_side) / u64::from(short);
        [side(width), side(height)].map(|side| u32::try_from(side).unwrap_or(SIDE))
    };
    // Of a picture with very many pixels the most are put together roughly first: the fine way costs seconds for all of them.
    let roughly = (short > 4 * SIDE).then(|| {
        let [width, height] = at(2 * SIDE);
        whole.thumbnail_exact(width, height)
    });
    let [width, height] = at(SIDE);
    let mut small = roughly.as_ref().unwrap_or(&whole).resize_exact(width, height, FilterType::CatmullRom);
    small.apply_orientation(turned);
    Ok(small)
}

fn why(error: ImageError) -> NotAPhoto {
    match error {
        ImageError::Limits(_) => NotAPhoto::TooManyPixels,
        _ => NotAPhoto::Damaged,
    }
}

/// The middle of it; of one that is taller than wide somewhat above, because that is where faces are.
fn square(small: &DynamicImage) -> DynamicImage {
    let (width, height) = (small.width(), small.height());
    small.crop_imm((width - SIDE) / 2, (height - SIDE) / 3, SIDE, SIDE)
}

/// What is seen through is white: a JPEG has no other way to say it.
fn on_white(square: &DynamicImage) -> RgbImage {
    let seen = square.to_rgba8();
    let mut ground = RgbImage::from_pixel(SIDE, SIDE, Rgb([255; 3]));
    for (on, over) in ground.pixels_mut().zip(seen.pixels()) {
        let [red, green, blue, alpha] = over.0;
        let mix = |colour: u8| (u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255;
        on.0 = [red, green, blue].map(|colour| u8::try_from(mix(colour)).unwrap_or(u8::MAX));
    }
    ground
}
