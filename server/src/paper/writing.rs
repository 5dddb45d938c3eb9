//! Writing: what is said goes down the pages, and into a tree of what it is, which is what a screen reader reads.

use std::num::NonZeroU16;

use krilla::{
    geom::Point,
    tagging::{ListNumbering, Tag, TagKind},
};

use super::{
    Unprintable,
    text::{Face, Line, bold, regular},
};

/// A4, in points, and its margins.
pub(super) const WIDTH: f32 = 595.0;
pub(super) const HEIGHT: f32 = 842.0;
pub(super) const MARGIN: f32 = 54.0;
/// Nothing is smaller than 14 points.
pub(super) const SIZE: f32 = 14.0;
pub(super) const LEADING: f32 = 1.4;
/// What is copied letter by letter.
const LARGE: f32 = 18.0;
/// Where an address stands, in points: within the window with a little to spare, and small enough for seven lines.
const WINDOW_TOP: f32 = 113.0;
const WINDOW_LEFT: f32 = 72.0;
const WINDOW_WIDTH: f32 = 265.0;
const WINDOW_SIZE: f32 = 9.5;
/// Where a letter begins under its address.
const UNDER_FOLD: f32 = 270.0;
/// How far a list stands in.
const INDENT: f32 = 20.0;

/// What a piece of a page is part of.
pub(super) struct Element {
    pub tag: TagKind,
    pub children: Vec<Child>,
}

pub(super) enum Child {
    Element(Element),
    Piece(usize),
}

/// A line at its place.
pub(super) struct Piece {
    pub page: usize,
    pub at: Point,
    pub size: f32,
    pub line: Line,
    /// True for what only eyes need, such as the number of a page.
    pub artifact: bool,
}

/// Something that is being written.
pub struct Paper {
    pub(super) open: Vec<Element>,
    pub(super) pieces: Vec<Piece>,
    pub(super) headings: Vec<(String, usize, f32)>,
    pub(super) page: usize,
    pub(super) y: f32,
    left: f32,
    pub(super) regular: &'static Face,
    pub(super) bold: &'static Face,
}

impl Paper {
    /// Paper with nothing on it.
    ///
    /// # Errors
    /// [`Unprintable`] when a font is damaged.
    pub fn new() -> Result<Self, Unprintable> {
        let (regular, bold) = (regular().ok_or(Unprintable)?, bold().ok_or(Unprintable)?);
        let root = Element { tag: Tag::Part.into(), children: Vec::new() };
        Ok(Self {
            open: vec![root],
            pieces: Vec::new(),
            headings: Vec::new(),
            page: 0,
            y: MARGIN,
            left: MARGIN,
            regular,
            bold,
        })
    }

    /// Writes what belongs into an element.
    pub(super) fn within(&mut self, tag: impl Into<TagKind>, write: impl FnOnce(&mut Self)) {
        self.open.push(Element { tag: tag.into(), children: Vec::new() });
        write(self);
        if let Some(done) = self.open.pop() {
            self.put(Child::Element(done));
        }
    }

    fn put(&mut self, child: Child) {
        if let Some(element) = self.open.last_mut() {
            element.children.push(child);
        }
    }

    /// Goes to the next page if less than `height` is left on this one; true if it did.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let over = self.y + height > HEIGHT - MARGIN && self.y > MARGIN;
        if over {
            self.page += 1;
            self.y = MARGIN;
        }
        over
    }

    pub(super) fn line(&mut self, line: Line, size: f32, left: f32, width: f32, artifact: bool) {
        let x = if line.from_right { left + (width - line.width).max(0.0) } else { left };
        let at = Point::from_xy(x, self.y + size);
        self.pieces.push(Piece { page: self.page, at, size, line, artifact });
        if !artifact {
            self.put(Child::Piece(self.pieces.len() - 1));
        }
    }

    fn text(&mut self, face: &Face, size: f32, text: &str) {
        let (left, width) = (self.left, WIDTH - MARGIN - self.left);
        for line in face.lines(text, size, width) {
            self.need(size * LEADING);
            self.line(line, size, left, width, false);
            self.y += size * LEADING;
        }
    }

    /// An address, where the window of an envelope is on the first page (GOV.UK Notify's letter specification: 24.6 mm from the left, 39.5
    /// mm from the top, 95.6 by 26.8 mm). What follows begins under the fold. It is for the post and smaller than what is to be read.
    pub fn address(&mut self, lines: &[String]) {
        let face = self.regular;
        self.y = WINDOW_TOP;
        self.within(Tag::P, |paper| {
            for text in lines {
                for line in face.lines(text, WINDOW_SIZE, WINDOW_WIDTH) {
                    paper.line(line, WINDOW_SIZE, WINDOW_LEFT, WINDOW_WIDTH, false);
                    paper.y += WINDOW_SIZE * 1.1;
                }
            }
        });
        self.y = UNDER_FOLD;
    }

    /// A heading, kept together with what follows it; those of the second level are in the list of contents.
    pub fn heading(&mut self, level: u16, text: &str) {
        let size = match level {
            1 => 26.0,
            2 => 20.0,
            _ => 17.0,
        };
        self.y += if self.y > MARGIN { size * 0.8 } else { 0.0 };
        self.need(size * LEADING + 4.0 * SIZE * LEADING);
        if level <= 2 {
            self.headings.push((text.to_owned(), self.page, self.y));
        }
        let face = self.bold;
        let tag = Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(text.to_owned()));
        self.within(tag, |paper| paper.text(face, size, text));
        self.y += size * 0.3;
    }

    /// A paragraph; each line end that someone typed begins another.
    pub fn paragraph(&mut self, text: &str) {
        self.paragraphs(self.regular, SIZE, text);
    }

    /// The same for what was said, which stands out from what is said about it.
    pub fn said(&mut self, text: &str) {
        self.paragraphs(self.bold, SIZE, text);
    }

    /// The same for what is copied letter by letter.
    pub fn large(&mut self, text: &str) {
        self.paragraphs(self.bold, LARGE, text);
    }

    /// The same for what leads on to something, and is kept together with its beginning.
    pub fn leading_on(&mut self, text: &str) {
        self.need(5.0 * SIZE * LEADING);
        self.paragraph(text);
    }

    fn paragraphs(&mut self, face: &Face, size: f32, text: &str) {
        for line in text.split(['\n', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{85}']) {
            if line.trim().is_empty() {
                self.y += SIZE * LEADING / 2.0;
            } else {
                self.within(Tag::P, |paper| paper.text(face, size, line));
            }
        }
        self.y += SIZE * 0.5;
    }

    /// A list.
    pub fn list<T>(&mut self, things: impl IntoIterator<Item = T>, write: impl Fn(&mut Self, T)) {
        let (left, face) = (self.left, self.regular);
        self.within(Tag::L(ListNumbering::Disc), |paper| {
            for thing in things {
                paper.need(2.0 * SIZE * LEADING);
                paper.within(Tag::LI, |paper| {
                    paper.within(Tag::Lbl, |paper| {
                        for bullet in face.lines("•", SIZE, INDENT) {
                            paper.line(bullet, SIZE, left, INDENT, false);
                        }
                    });
                    paper.left = left + INDENT;
                    paper.within(Tag::LBody, |paper| write(paper, thing));
                    paper.left = left;
                });
                paper.y += SIZE * 0.5;
            }
        });
    }
}
