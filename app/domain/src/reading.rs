//! How a page is shown to someone: text size, spacing, contrast and language.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    time::Now,
};

/// A closed set of choices, each with a short stable name used in forms, cookies and message names.
pub trait Choice: Sized + Copy + PartialEq + 'static {
    /// Every choice, in the order shown.
    const ALL: &'static [Self];

    /// The short name.
    fn id(self) -> &'static str;

    /// Reads the short name.
    ///
    /// # Errors
    /// [`ErrorKind::NotChosen`] when empty, [`ErrorKind::NotAChoice`] when none of them.
    fn parse(id: &str) -> Result<Self, ErrorKind> {
        if id.is_empty() {
            return Err(ErrorKind::NotChosen);
        }
        Self::ALL.iter().copied().find(|choice| choice.id() == id).ok_or(ErrorKind::NotAChoice)
    }
}

/// Writes an enum of choices once: its variants, and the short name of each.
#[macro_export]
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $id)] $variant),* }

        impl $crate::reading::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }
        }
    };
}

choices! {
    /// A language the pages are written in.
    Language {
        /// English.
        English = "en",
        /// Cymraeg.
        Welsh = "cy",
    }
}

choices! {
    /// How large the text is; the browser's own size and zoom come on top.
    TextSize {
        /// As the browser has it.
        Usual = "usual",
        /// A quarter larger.
        Larger = "larger",
        /// Half as large again.
        Largest = "largest",
    }
}

choices! {
    /// How much room there is between lines, words and letters (WCAG 1.4.12 as a choice).
    Spacing {
        /// As designed.
        Usual = "usual",
        /// Wider.
        Wider = "wider",
    }
}

choices! {
    /// The colours.
    Contrast {
        /// What the device asks for.
        Device = "device",
        /// Dark ink on light paper.
        Light = "light",
        /// Light ink on dark ground.
        Dark = "dark",
        /// Black and white, with stronger lines.
        Most = "most",
    }
}

/// Someone's reading settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Text size.
    pub size: TextSize,
    /// Spacing.
    pub spacing: Spacing,
    /// Contrast.
    pub contrast: Contrast,
    /// Language.
    pub language: Language,
}

impl Default for Reading {
    fn default() -> Self {
        Self { size: TextSize::Usual, spacing: Spacing::Usual, contrast: Contrast::Device, language: Language::English }
    }
}

impl Parse for Reading {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let size = check.field("size", TextSize::parse(fields.get("size")));
        let spacing = check.field("spacing", Spacing::parse(fields.get("spacing")));
        let contrast = check.field("contrast", Contrast::parse(fields.get("contrast")));
        let language = check.field("language", Language::parse(fields.get("language")));
        let reading = (|| Some(Self { size: size?, spacing: spacing?, contrast: contrast?, language: language? }))();
        check.finish(reading)
    }

    fn fields(&self) -> Fields {
        Fields::new()
            .with("size", self.size.id())
            .with("spacing", self.spacing.id())
            .with("contrast", self.contrast.id())
            .with("language", self.language.id())
    }
}
