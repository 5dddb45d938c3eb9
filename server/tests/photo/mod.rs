//! A photo from whatever file was sent: what is kept of it, what is not, and what is refused before it costs anything.

pub mod pictures;

use image::{DynamicImage, Rgb, RgbImage};
use own_terms::photo::{MOST_KEPT, Photo};
use own_terms_domain::photo::{MOST_SENT, NotAPhoto, SIDE};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use pictures::{ICON, SECRET, jpeg, jpeg_with, noise, png, png_saying, png_with, quarters, stored_as};

/// What is seen in a photo.
#[track_caller]
fn seen(photo: &Photo) -> RgbImage {
    let opened = image::load_from_memory_with_format(photo.jpeg(), image::ImageFormat::Jpeg).unwrap();
    assert_eq!((opened.width(), opened.height()), (SIDE, SIDE));
    assert!(photo.jpeg().len() <= MOST_KEPT, "{}", photo.jpeg().len());
    opened.into_rgb8()
}

#[track_caller]
fn assert_is(seen: &RgbImage, at: (u32, u32), colour: [u8; 3]) {
    let found = seen.get_pixel(at.0, at.1).0;
    let near = found.iter().zip(colour).all(|(found, wanted)| found.abs_diff(wanted) < 24);
    assert!(near, "{found:?} and not {colour:?} at {at:?}");
}

const RED: [u8; 3] = [200, 30, 30];
const GREEN: [u8; 3] = [30, 160, 30];
const BLUE: [u8; 3] = [30, 30, 200];
const WHITE: [u8; 3] = [255; 3];
const COLOURS: [[u8; 3]; 4] = [RED, GREEN, BLUE, WHITE];

/// The middles of its quarters, as they are read.
const MIDDLES: [(u32, u32); 4] = [(48, 48), (144, 48), (48, 144), (144, 144)];

#[test]
fn whatever_a_picture_shows_the_photo_is_small_square_and_light() {
    for (width, height) in [(192, 192), (600, 400), (400, 900), (3000, 200), (193, 192), (1601, 1200)] {
        for picture in [noise(width, height), quarters(width, height, COLOURS)] {
            let picture = DynamicImage::ImageRgb8(picture);
            for file in [jpeg(&picture), png(&picture)] {
                seen(&Photo::of_file(&file).unwrap());
            }
        }
    }
}

#[test]
fn greys_deep_colours_and_what_is_seen_through_are_opened_too() {
    let picture = DynamicImage::ImageRgb8(quarters(300, 300, COLOURS));
    for other in [DynamicImage::from(picture.to_luma8()), picture.to_luma_alpha8().into(), picture.to_luma16().into()] {
        seen(&Photo::of_file(&png(&other)).unwrap());
    }
    seen(&Photo::of_file(&jpeg(&picture.to_luma8().into())).unwrap());
    assert_is(&seen(&Photo::of_file(&png(&picture.to_rgb16().into())).unwrap()), MIDDLES[1], GREEN);
    let mut clear = picture.to_rgba8();
    clear.pixels_mut().for_each(|pixel| pixel.0 = [0, 0, 0, 0]);
    assert_is(&seen(&Photo::of_file(&png(&clear.into())).unwrap()), MIDDLES[0], WHITE);
}

#[test]
fn nothing_of_the_file_is_kept_but_what_is_seen() {
    let picture = DynamicImage::ImageRgb8(quarters(400, 400, COLOURS));
    let (plain_jpeg, plain_png) = (jpeg(&picture), png(&picture));
    let told_jpeg = jpeg_with(&plain_jpeg, Some(1), &[(0xfe, SECRET), (0xed, SECRET), (0xe2, SECRET)]);
    let told_png = png_with(&plain_png, &[(b"tEXt", SECRET), (b"iTXt", SECRET), (b"eXIf", SECRET)]);
    for (told, plain) in [(told_jpeg, plain_jpeg), (told_png, plain_png)] {
        assert!(has(&told, SECRET), "or this would say nothing");
        let photo = Photo::of_file(&told).unwrap();
        assert!(!has(photo.jpeg(), SECRET) && !has(photo.jpeg(), b"Exif") && !has(photo.jpeg(), b"GPS"));
        assert_eq!(photo, Photo::of_file(&plain).unwrap(), "what was told beside it makes no difference");
        assert_eq!(
            marks(photo.jpeg()),
            [0xe0],
            "of what can say something beside it there is only what sort of JPEG it is"
        );
    }
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// The marks of a JPEG before what is drawn that can hold something else: APP0 to APP15, and comments.
fn marks(jpeg: &[u8]) -> Vec<u8> {
    let (mut at, mut found) = (2, Vec::new());
    while jpeg[at + 1] != 0xda {
        assert_eq!(jpeg[at], 0xff);
        found.extend(Some(jpeg[at + 1]).filter(|mark| matches!(mark, 0xe0..=0xef | 0xfe)));
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}

#[test]
fn it_is_upright_however_the_camera_was_held() {
    let upright = quarters(480, 480, COLOURS);
    for turned in 1..=8 {
        let stored = DynamicImage::ImageRgb8(stored_as(&upright, turned));
        let photo = seen(&Photo::of_file(&jpeg_with(&jpeg(&stored), Some(turned), &[])).unwrap());
        for (at, colour) in MIDDLES.into_iter().zip(COLOURS) {
            assert_is(&photo, at, colour);
        }
    }
    // What says nothing that makes sense says nothing.
    for junk in [0, 9, 200] {
        let photo = seen(&Photo::of_file(&jpeg_with(&jpeg(&upright.clone().into()), Some(junk), &[])).unwrap());
        assert_is(&photo, MIDDLES[0], RED);
    }
}

#[test]
fn of_a_wide_picture_the_middle_is_kept_and_of_a_tall_one_what_is_somewhat_above() {
    let stripes = |x: u32, of: u32| COLOURS[usize::try_from(x * 3 / of).unwrap()];
    let wide = RgbImage::from_fn(900, 300, |x, _| Rgb(stripes(x, 900)));
    let photo = seen(&Photo::of_file(&png(&wide.into())).unwrap());
    for at in [(8, 96), (184, 96)] {
        assert_is(&photo, at, GREEN);
    }
    let tall = RgbImage::from_fn(300, 900, |_, y| Rgb(stripes(y, 900)));
    let photo = seen(&Photo::of_file(&png(&tall.into())).unwrap());
    assert_is(&photo, (96, 20), RED);
    assert_is(&photo, (96, 120), GREEN);
}

#[test]
fn what_is_neither_jpeg_nor_png_is_said_to_be_so_whatever_it_is_called() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let html = b"<!DOCTYPE html><img src=x onerror=alert(1)>";
    let others: [&[u8]; 9] = [
        svg,
        html,
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"BM\x46\x00\x00\x00",
        b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypheic",
        b"%PDF-1.7",
        b"\xff\xd8",
        b"\x89PNG",
    ];
    for file in others {
        assert_eq!(Photo::of_file(file), Err(NotAPhoto::AnotherKind), "{:?}", String::from_utf8_lossy(file));
    }
    assert_eq!(Photo::of_file(b""), Err(NotAPhoto::Nothing));
    // One that goes on as something else is a picture, and nothing of that else is left.
    let picture = DynamicImage::ImageRgb8(quarters(300, 300, COLOURS));
    for file in [jpeg_with(&jpeg(&picture), None, &[(0xfe, html)]), png_with(&png(&picture), &[(b"tEXt", svg)])] {
        let photo = Photo::of_file(&[&file, &html[..]].concat()).unwrap();
        assert!(!has(photo.jpeg(), b"onerror") && !has(photo.jpeg(), b"<script"));
    }
}

#[test]
fn one_that_says_it_is_huge_is_refused_before_it_is_opened() {
    let small = DynamicImage::ImageRgb8(quarters(300, 300, COLOURS));
    for (width, height) in [(60_000, 60_000), (1_000_000, 192), (5_001, 5_000)] {
        assert_eq!(Photo::of_file(&png_saying(&png(&small), width, height)), Err(NotAPhoto::TooManyPixels));
    }
    for (width, height) in [(65_500_u16, 65_500_u16), (65_500, 500)] {
        let mut file = jpeg(&small);
        let at = file.windows(2).position(|pair| matches!(pair, [0xff, 0xc0..=0xc2])).unwrap() + 5;
        file[at..at + 2].copy_from_slice(&height.to_be_bytes());
        file[at + 2..at + 4].copy_from_slice(&width.to_be_bytes());
        assert_eq!(Photo::of_file(&file), Err(NotAPhoto::TooManyPixels), "{width} by {height}");
    }
    // A text in it that swells is not opened at all.
    let swells = png_with(&png(&small), &[(b"zTXt", &[b"Comment\0\0", &b"\x78\xda\xed\xc1"[..], &[0; 1000]].concat())]);
    seen(&Photo::of_file(&swells).unwrap());
    assert_eq!(Photo::of_file(&vec![0xff; MOST_SENT + 1]), Err(NotAPhoto::TooHeavy));
}

#[test]
fn one_in_which_no_face_would_be_seen_is_said_to_be_too_small() {
    for (width, height) in [(191, 192), (192, 191), (1, 1), (4000, 100)] {
        let picture = DynamicImage::ImageRgb8(noise(width, height));
        for file in [jpeg(&picture), png(&picture), ICON.to_vec()] {
            assert_eq!(Photo::of_file(&file), Err(NotAPhoto::TooFewPixels), "{width} by {height}");
        }
    }
}

#[test]
fn one_that_was_cut_off_anywhere_is_said_to_be_damaged_and_no_half_of_a_face_is_kept() {
    let picture = DynamicImage::ImageRgb8(noise(250, 250));
    for file in [jpeg_with(&jpeg(&picture), Some(6), &[]), png(&picture)] {
        for to in (9..file.len()).step_by(file.len() / 60) {
            assert_eq!(Photo::of_file(&file[..to]), Err(NotAPhoto::Damaged), "{to} of {}", file.len());
        }
    }
}

#[test]
fn the_same_picture_has_the_same_name_and_another_another() {
    let one = |colours| Photo::of_file(&png(&quarters(300, 300, colours).into())).unwrap();
    assert_eq!(one(COLOURS).id(), one(COLOURS).id());
    assert_ne!(one(COLOURS).id(), one([RED; 4]).id());
}

#[test]
fn whatever_bytes_are_sent_there_is_an_answer_and_what_is_kept_is_a_photo() {
    let picture = DynamicImage::ImageRgb8(noise(200, 210));
    let files = [jpeg_with(&jpeg(&picture), Some(6), &[(0xfe, SECRET)]), png(&picture), Vec::new()];
    let change = (any::<prop::sample::Index>(), any::<u8>());
    let changed = (prop::sample::select(files.to_vec()), prop::collection::vec(change, 0..12));
    let bytes = prop_oneof![
        3 => changed.prop_map(|(mut file, changes)| {
            for (at, byte) in changes {
                if let Some(last) = file.len().checked_sub(1) {
                    file[at.index(last + 1)] = byte;
                }
            }
            file
        }),
        1 => (prop::sample::select(vec![&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b""]),
            prop::collection::vec(any::<u8>(), 0..400)).prop_map(|(begins, rest)| [begins, &rest].concat()),
    ];
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    runner
        .run(&bytes, |file| {
            if let Ok(photo) = Photo::of_file(&file) {
                seen(&photo);
            }
            Ok(())
        })
        .unwrap();
}
