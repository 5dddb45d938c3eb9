//! Paper: what is written goes down the pages, and into a tree of what it is, which is what a screen reader reads.

use std::num::NonZeroU16;

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::Point,
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
        TagKind, TagTree,
    },
};

use super::{
    Unprintable,
    text::{Face, Line, bold, regular},
};

/// A4, in points, and its margins.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 54.0;
/// Nothing is smaller than 14 points.
const SIZE: f32 = 14.0;
const LEADING: f32 = 1.4;
/// How far a list stands in.
const INDENT: f32 = 20.0;

/// What a piece of a page is part of.
struct Element {
    tag: TagKind,
    children: Vec<Child>,
}

enum Child {
    Element(Element),
    Piece(usize),
}

/// A line at its place.
struct Piece {
    page: usize,
    at: Point,
    size: f32,
    line: Line,
    /// True for what only eyes need, such as the number of a page.
    artifact: bool,
}

/// Something that is being written.
pub(super) struct Paper {
    open: Vec<Element>,
    pieces: Vec<Piece>,
    headings: Vec<(String, usize, f32)>,
    page: usize,
    y: f32,
    left: f32,
    regular: &'static Face,
    bold: &'static Face,
}

impl Paper {
    pub(super) fn new() -> Result<Self, Unprintable> {
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
    fn within(&mut self, tag: impl Into<TagKind>, write: impl FnOnce(&mut Self)) {
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
    fn need(&mut self, height: f32) -> bool {
        let over = self.y + height > HEIGHT - MARGIN && self.y > MARGIN;
        if over {
            self.page += 1;
            self.y = MARGIN;
        }
        over
    }

    fn line(&mut self, line: Line, size: f32, left: f32, width: f32, artifact: bool) {
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

    /// A heading, kept together with what follows it; those of the second level are in the list of contents.
    pub(super) fn heading(&mut self, level: u16, text: &str) {
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
    pub(super) fn paragraph(&mut self, text: &str) {
        self.paragraphs(self.regular, text);
    }

    /// The same for what was said, which stands out from what is said about it.
    pub(super) fn said(&mut self, text: &str) {
        self.paragraphs(self.bold, text);
    }

    /// The same for what leads on to something, and is kept together with its beginning.
    pub(super) fn leading_on(&mut self, text: &str) {
        self.need(5.0 * SIZE * LEADING);
        self.paragraph(text);
    }

    fn paragraphs(&mut self, face: &Face, text: &str) {
        for line in text.split(['\n', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{85}']) {
            if line.trim().is_empty() {
                self.y += SIZE * LEADING / 2.0;
            } else {
                self.within(Tag::P, |paper| paper.text(face, SIZE, line));
            }
        }
        self.y += SIZE * 0.3;
    }

    /// A list.
    pub(super) fn list<T>(&mut self, things: impl IntoIterator<Item = T>, write: impl Fn(&mut Self, T)) {
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

    /// A table whose first row names the columns and whose first column names the rows; `shares` are of the width.
    pub(super) fn table<const N: usize>(
        &mut self,
        shares: [f32; N],
        head: [String; N],
        rows: impl Iterator<Item = [String; N]>,
    ) {
        self.within(Tag::Table, |paper| {
            paper.need(6.0 * SIZE * LEADING);
            paper.row(&shares, &head, &head, true);
            for row in rows {
                paper.row(&shares, &head, &row, false);
            }
        });
    }

    fn row<const N: usize>(&mut self, shares: &[f32; N], head: &[String; N], cells: &[String; N], is_head: bool) {
        let width = WIDTH - 2.0 * MARGIN;
        let lines = |paper: &Self, cells: &[String; N], bold: bool| {
            let face = if bold { paper.bold } else { paper.regular };
            let cell = |at: usize| face.lines(&cells[at], SIZE, width * shares[at] - 8.0);
            std::array::from_fn::<_, N, _>(cell)
        };
        let laid = lines(self, cells, is_head);
        let height = |cells: &[Vec<Line>; N]| {
            let most = cells.iter().map(Vec::len).max().unwrap_or_default();
            (0..most).fold(SIZE * 0.5, |height, _| height + SIZE * LEADING)
        };
        let this = height(&laid);
        if self.need(this) && !is_head {
            // For eyes only: whoever listens is told the column of each cell.
            let again = lines(self, head, true);
            let tall = height(&again);
            self.cells(shares, again, |paper, _, write| write(paper, true));
            self.y += tall;
        }
        self.within(Tag::TR, |paper| {
            paper.cells(shares, laid, |paper, column, write| match (is_head, column) {
                (true, _) => paper.within(Tag::TH(TableHeaderScope::Column), |paper| write(paper, false)),
                (false, 0) => paper.within(Tag::TH(TableHeaderScope::Row), |paper| write(paper, false)),
                (false, _) => paper.within(Tag::TD, |paper| write(paper, false)),
            });
        });
        self.y += this;
    }

    fn cells<const N: usize>(
        &mut self,
        shares: &[f32; N],
        cells: [Vec<Line>; N],
        tagged: impl Fn(&mut Self, usize, &mut dyn FnMut(&mut Self, bool)),
    ) {
        let (top, width) = (self.y, WIDTH - 2.0 * MARGIN);
        let mut left = MARGIN;
        for (column, lines) in cells.into_iter().enumerate() {
            let mut lines = Some(lines);
            let wide = width * shares[column];
            tagged(self, column, &mut |paper, artifact| {
                for line in lines.take().unwrap_or_default() {
                    paper.line(line, SIZE, left, wide - 8.0, artifact);
                    paper.y += SIZE * LEADING;
                }
            });
            self.y = top;
            left += wide;
        }
    }

    /// The file.
    pub(super) fn finish(mut self, metadata: Metadata) -> Result<Vec<u8>, Unprintable> {
        for page in 0..=self.page {
            (self.page, self.y) = (page, HEIGHT - MARGIN + 8.0);
            for number in self.regular.lines(&(page + 1).to_string(), SIZE, WIDTH) {
                let left = WIDTH - MARGIN - number.width;
                self.line(number, SIZE, left, WIDTH, true);
            }
        }
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        let configuration = configuration.map_err(|_| Unprintable)?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let mut ids = self.draw(&mut document)?;
        let mut tree = TagTree::new();
        for element in self.open {
            tree.push(group(element, &mut ids));
        }
        document.set_tag_tree(tree);
        let mut outline = Outline::new();
        for (text, page, y) in self.headings {
            outline.push_child(OutlineNode::new(text, XyzDestination::new(page, Point::from_xy(MARGIN, y))));
        }
        document.set_outline(outline);
        document.set_metadata(metadata);
        document.finish().map_err(|error| {
            tracing::error!("a PDF is not valid: {}", what_kind(&error));
            Unprintable
        })
    }

    /// Draws every page, and gives what each piece is called in the tree.
    fn draw(&self, document: &mut Document) -> Result<Vec<Option<Identifier>>, Unprintable> {
        let mut ids: Vec<Option<Identifier>> = self.pieces.iter().map(|_| None).collect();
        let last = self.pieces.iter().map(|piece| piece.page).max().unwrap_or_default();
        for number in 0..=last {
            let mut page = document.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT).ok_or(Unprintable)?);
            let mut surface = page.surface();
            for (at, piece) in self.pieces.iter().enumerate().filter(|(_, piece)| piece.page == number) {
                let tag = if piece.artifact {
                    ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
                } else {
                    ContentTag::Span(SpanTag::empty())
                };
                let id = surface.start_tagged(tag);
                for run in &piece.line.runs {
                    let start = Point::from_xy(piece.at.x + run.x, piece.at.y);
                    surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &run.text, piece.size, false);
                }
                surface.end_tagged();
                ids[at] = (!piece.artifact).then_some(id);
            }
        }
        Ok(ids)
    }
}

fn group(element: Element, ids: &mut [Option<Identifier>]) -> TagGroup {
    let children = element.children.into_iter().filter_map(|child| match child {
        Child::Element(element) => Some(Node::from(group(element, ids))),
        Child::Piece(at) => ids.get_mut(at).and_then(Option::take).map(Node::from),
    });
    let children = children.collect();
    TagGroup::with_children(element.tag, children)
}

/// What went wrong, without the text that it went wrong with, which is someone's.
fn what_kind(error: &krilla::error::KrillaError) -> String {
    let told = format!("{error:?}");
    told.split(['(', '{', '"']).take(2).collect::<Vec<_>>().join(" ")
}
