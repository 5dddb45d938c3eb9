//! Text as it stands on paper: cut into lines that fit, each in the order that eyes read it, with the glyphs for it.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer, ttf_parser};
use unicode_bidi::{BidiInfo, ParagraphInfo};

/// A font: `DejaVu` Sans, for it has Latin with every Welsh letter, Arabic, Hebrew, Greek and Cyrillic, and may be given away.
pub(super) struct Face {
    shapes: rustybuzz::Face<'static>,
    font: Font,
    /// Stands for a character that the font has not; the character itself is still what is copied and read aloud.
    stand_in: u16,
}

static REGULAR: LazyLock<Option<Face>> =
    LazyLock::new(|| Face::new(include_bytes!("../../assets/fonts/DejaVuSans.ttf")));
static BOLD: LazyLock<Option<Face>> =
    LazyLock::new(|| Face::new(include_bytes!("../../assets/fonts/DejaVuSans-Bold.ttf")));

/// The font for text; none only if it is damaged.
pub(super) fn regular() -> Option<&'static Face> {
    REGULAR.as_ref()
}

/// The font for headings.
pub(super) fn bold() -> Option<&'static Face> {
    BOLD.as_ref()
}

/// A line: its stretches from left to right.
pub(super) struct Line {
    /// Each stretch.
    pub runs: Vec<Run>,
    /// How wide it is, in points.
    pub width: f32,
    /// True when it is read from the right.
    pub from_right: bool,
}

/// A stretch of a line in one direction.
pub(super) struct Run {
    /// Where it begins, from the left end of the line.
    pub x: f32,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub glyphs: Vec<KrillaGlyph>,
    /// In which font.
    pub font: Font,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let shapes = rustybuzz::Face::from_slice(bytes, 0)?;
        let stand_in = shapes.glyph_index('□')?.0;
        Some(Self { font: Font::new(bytes.into(), 0)?, shapes, stand_in })
    }

    /// The lines that `text`, itself without line ends, takes in a column; the width is in points.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<Line> {
        let text = printable(text);
        let bidi = BidiInfo::new(&text, None);
        let Some(paragraph) = bidi.paragraphs.first() else { return Vec::new() };
        self.cut(&text, size, width).into_iter().map(|range| self.line(&bidi, paragraph, range, size)).collect()
    }

    /// Where each line begins and ends: after a space, or within a word that is longer than a line.
    fn cut(&self, text: &str, size: f32, width: f32) -> Vec<std::ops::Range<usize>> {
        let (mut lines, mut start, mut space, mut filled) = (Vec::new(), 0, 0, 0.0);
        for (at, c) in text.char_indices() {
            let advance = if stays_with_the_one_before(c) { 0.0 } else { self.advance(c) * size };
            if filled + advance > width && c != ' ' && advance > 0.0 && at > start {
                let end = if space > start { space } else { at };
                lines.push(start..end);
                start = end;
                filled = text[start..at].chars().map(|c| self.advance(c) * size).sum();
            }
            filled += advance;
            if c == ' ' {
                space = at + 1;
            }
        }
        lines.push(start..text.len());
        lines
    }

    /// How wide a character is by itself, for a size of 1.
    fn advance(&self, c: char) -> f32 {
        let glyph = self.shapes.glyph_index(c).unwrap_or(ttf_parser::GlyphId(self.stand_in));
        f32::from(self.shapes.glyph_hor_advance(glyph).unwrap_or_default()) / self.font.units_per_em()
    }

    fn line(&self, bidi: &BidiInfo, paragraph: &ParagraphInfo, range: std::ops::Range<usize>, size: f32) -> Line {
        let (levels, stretches) = bidi.visual_runs(paragraph, range);
        let (mut runs, mut x) = (Vec::new(), 0.0);
        for stretch in stretches {
            let from_right = levels[stretch.start].is_rtl();
            let mut parts = self.by_coverage(&bidi.text[stretch]);
            if from_right {
                parts.reverse();
            }
            for (covered, text) in parts {
                let glyphs = if covered { self.shape(text, from_right) } else { self.stand_ins(text) };
                let width: f32 = glyphs.iter().map(|glyph| glyph.x_advance * size).sum();
                runs.push(Run { x, text: text.to_owned(), glyphs, font: self.font.clone() });
                x += width;
            }
        }
        Line { runs, width: x, from_right: paragraph.level.is_rtl() }
    }

    /// The text in parts that the font has all of, or nothing of.
    fn by_coverage<'a>(&self, text: &'a str) -> Vec<(bool, &'a str)> {
        let mut parts: Vec<(bool, std::ops::Range<usize>)> = Vec::new();
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let has = self.shapes.glyph_index(c).is_some();
            match parts.last_mut() {
                Some((covered, range)) if *covered == has || stays_with_the_one_before(c) => range.end = end,
                _ => parts.push((has || stays_with_the_one_before(c), at..end)),
            }
        }
        parts.into_iter().map(|(covered, range)| (covered, &text[range])).collect()
    }

    fn shape(&self, text: &str, from_right: bool) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if from_right { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(&self.shapes, &[], buffer);
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let scale = self.font.units_per_em();
        let glyph = |(info, position): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
            let start = info.cluster as usize;
            let end = starts.iter().copied().find(|next| *next > start).unwrap_or(text.len());
            // One that is missing after all would make the whole file invalid.
            let id = if info.glyph_id == 0 { u32::from(self.stand_in) } else { info.glyph_id };
            let [x, dx, dy, y] = [position.x_advance, position.x_offset, position.y_offset, position.y_advance]
                .map(|units| small(units) / scale);
            KrillaGlyph::new(GlyphId::new(id), x, dx, dy, y, start..end, None)
        };
        shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(glyph).collect()
    }

    /// A box for each character, and whatever belongs to it.
    fn stand_ins(&self, text: &str) -> Vec<KrillaGlyph> {
        let width = self.advance('□');
        let mut boxes: Vec<std::ops::Range<usize>> = Vec::new();
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match boxes.last_mut() {
                Some(range) if stays_with_the_one_before(c) || text[..at].ends_with('\u{200d}') => range.end = end,
                _ => boxes.push(at..end),
            }
        }
        let glyph = |range| KrillaGlyph::new(GlyphId::new(self.stand_in.into()), width, 0.0, 0.0, 0.0, range, None);
        boxes.into_iter().map(glyph).collect()
    }
}

/// Font units as they are; no font has more than 16 bits of them.
fn small(units: i32) -> f32 {
    f32::from(i16::try_from(units).unwrap_or(i16::MAX))
}

/// Accents, joiners, direction and selectors: never parted from what they belong to.
fn stays_with_the_one_before(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e01ef}')
}

/// Without what a valid file cannot hold: marks of byte order, and what is no character.
fn printable(text: &str) -> String {
    text.replace('\t', "    ").replace(['\u{feff}', '\u{fffe}', '\u{ffff}'], "")
}
