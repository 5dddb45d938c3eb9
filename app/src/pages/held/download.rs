//! Taking it all away: what each kind of file is good for, how long it is, and who could read it.

use leptos::prelude::*;
use own_terms_domain::reading::Choice;

use crate::{
    components::{Backlink, Link},
    islands::taking,
    pages::Page,
    t,
};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// To read and to print.
    Pdf,
    /// For another program to read, whole.
    Json,
    /// For a spreadsheet.
    Csv,
    /// For health and care systems.
    Fhir,
    /// Breaks, for a calendar.
    Calendar,
}

impl Choice for FileKind {
    const ALL: &'static [Self] = &[Self::Pdf, Self::Csv, Self::Calendar, Self::Json, Self::Fhir];

    fn id(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Fhir => "fhir",
            Self::Calendar => "calendar",
        }
    }
}

/// The kinds of file; `sizes` is about how many bytes each has, and 0 where there is nothing to put into it.
pub fn download(sizes: &[(FileKind, usize)]) -> Page<'_> {
    Page::new("download-title", move || {
        let files = sizes.iter().map(|(kind, size)| one(*kind, *size)).collect_view();
        view! {
            <Backlink href="/held" />
            <h1>{t!("download-title")}</h1>
            <p class="lead">{t!("download-what")}</p>
            <p>{t!("download-shared")}</p>
            <p>{t!("download-erase")}</p>
            <p>{t!("download-contents")}</p>
            {files}
            {taking()}
            <h2>{t!("download-proof")}</h2>
            <p>{t!("download-proof-what")} " " <Link href="/receipts" label=t!("download-proof-link") /></p>
        }
        .into_any()
    })
    .with_islands()
}

fn one(kind: FileKind, size: usize) -> AnyView {
    let id = kind.id();
    let link = if size == 0 {
        view! { <p>{t!("download-calendar-none")}</p> }.into_any()
    } else {
        let label = t!(format!("download-{id}-link"), size = size.div_ceil(1000));
        view! {
            <p><Link href=format!("/held/download/file?as={id}") label download=true /></p>
            <p aria-live="polite" class="told"></p>
        }
        .into_any()
    };
    let schema = (kind == FileKind::Json)
        .then(|| view! { <p><Link href="/record.schema.json" label=t!("download-json-schema") /></p> });
    view! {
        <h2>{t!(format!("download-{id}"))}</h2>
        <p>{t!(format!("download-{id}-what"))}</p>
        {link}
        {schema}
    }
    .into_any()
}
