//! Printing: each line is drawn at its place, and told its place in the tree.

use jiff::{Timestamp, tz::TimeZone};
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::Point,
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree},
};

use own_terms_domain::reading::Language;

use super::{
    Unprintable,
    writing::{Child, Element, HEIGHT, MARGIN, Paper, SIZE, WIDTH},
};

impl Paper {
    /// The file, under a title that a bystander may see, as it is the title of a window.
    ///
    /// # Errors
    /// [`Unprintable`] when what was written cannot be said by every reader of the standard.
    pub fn finish(mut self, title: String, language: Language, now: Timestamp) -> Result<Vec<u8>, Unprintable> {
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
        document.set_metadata(metadata(title, language, now));
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

fn metadata(title: String, language: Language, now: Timestamp) -> Metadata {
    let utc = now.to_zoned(TimeZone::UTC).datetime();
    let unsigned = |part: i8| part.unsigned_abs();
    let made = DateTime::new(utc.year().unsigned_abs())
        .month(unsigned(utc.month()))
        .day(unsigned(utc.day()))
        .hour(unsigned(utc.hour()))
        .minute(unsigned(utc.minute()))
        .second(unsigned(utc.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let language = match language {
        Language::English => "en-GB",
        Language::Welsh => "cy",
    };
    Metadata::new().title(title).language(language.to_owned()).creation_date(made)
}
