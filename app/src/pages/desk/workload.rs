//! What a supervisor sees: of each case worker the hours promised and the hours there, and nothing of any person.

use leptos::prelude::*;
use own_terms_domain::staff::{HOURS_OF_A_DAY, Staff};

use crate::{
    components::{Link, Table},
    pages::{Page, words::say_work_days},
    t,
};

/// The time of one case worker.
#[derive(Debug, Clone)]
pub struct Load {
    /// Whose.
    pub staff: Staff,
    /// How many minutes are promised in the next seven days.
    pub minutes: u32,
}

/// By name: nobody is ranked, and there is no number to reach.
pub fn workload(organisation: String, all: Vec<Load>) -> Page<'static> {
    Page::new("desk-workload-title", move || {
        let table = if all.is_empty() {
            view! { <p>{t!("desk-workload-none")}</p> }.into_any()
        } else {
            let columns = vec![
                t!("people-name"),
                t!("desk-workload-promised"),
                t!("desk-workload-there"),
                t!("desk-workload-days"),
            ];
            let rows = all.iter().map(row).collect();
            view! { <Table caption=t!("desk-workload-caption") columns rows /> }.into_any()
        };
        view! {
            <h1>{t!("desk-workload-title")}</h1>
            <p>{t!("desk-workload-what", organisation = organisation)}</p>
            <p>{t!("desk-workload-not")}</p>
            {table}
            <p>{t!("desk-workload-day", hours = HOURS_OF_A_DAY)}</p>
            <h2>{t!("look-into-title")}</h2>
            <p>{t!("look-into-rule")} " " <Link href="/desk/look-into" label=t!("look-into-link") /></p>
        }
        .into_any()
    })
}

fn row(Load { staff, minutes }: &Load) -> Vec<AnyView> {
    let there = staff.hours_there().map_or_else(|| t!("desk-not-known"), |hours| t!("desk-hours", hours = hours));
    let days = if staff.days.is_empty() { t!("desk-not-known") } else { say_work_days(staff) };
    let promised = t!("desk-hours-minutes", hours = minutes / 60, minutes = minutes % 60);
    [staff.name.to_string(), promised, there, days].map(IntoAny::into_any).into()
}
