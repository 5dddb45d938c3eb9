//! Those who work in the demonstration, and who may be signed in as with one press.

use own_terms_domain::{
    directory::Organisation,
    ids::{OrganisationId, StaffId},
    staff::{Role, Staff, Training, WorkDay},
};

use super::{others::text, uuid};

/// Someone to talk to.
pub(super) const JO: StaffId = StaffId(uuid(0x301));
/// Someone else to talk to.
pub(super) const SAMIRA: StaffId = StaffId(uuid(0x302));
const GWEN: StaffId = StaffId(uuid(0x303));
const OWEN: StaffId = StaffId(uuid(0x304));
/// For whom they work.
pub(super) const RIVERSIDE: OrganisationId = OrganisationId(uuid(0x401));

/// What is in place of photos: nobody's face, drawn for the demonstration (each beside its drawing, `portraits/*.svg`).
pub(super) const PORTRAITS: [(StaffId, &[u8]); 2] =
    [(JO, include_bytes!("portraits/jo.png")), (SAMIRA, include_bytes!("portraits/samira.png"))];

/// The word that is sent to sign in as each, and who that is.
const NAMED: [(&str, StaffId); 4] = [("jo", JO), ("samira", SAMIRA), ("gwen", GWEN), ("owen", OWEN)];

/// Who works under this name.
pub fn named(name: &str) -> Option<StaffId> {
    NAMED.iter().find(|(of, _)| *of == name).map(|(_, id)| *id)
}

/// The word for each of those who work here in the demonstration.
pub fn word(id: StaffId) -> Option<&'static str> {
    NAMED.iter().find(|(_, of)| *of == id).map(|(word, _)| *word)
}

/// Everyone who works there.
pub(super) fn everyone() -> Vec<Staff> {
    use Training::{
        BritishSignLanguage, EasyRead, HealthAndDisability, LearningDisability, PainAndFatigue, Safeguarding,
    };
    use WorkDay::{Friday, Monday, Thursday, Tuesday, Wednesday};
    let someone = |id, name, role| Staff {
        id,
        name: text(name),
        role,
        organisation: Organisation { id: RIVERSIDE, name: text("Riverside Support") },
        trained: Vec::new(),
        days: Vec::new(),
        languages: None,
        about: None,
        photo: None,
        closed: false,
    };
    vec![
        Staff {
            trained: vec![HealthAndDisability, PainAndFatigue, Safeguarding],
            days: vec![Monday, Tuesday, Thursday, Friday],
            languages: Some(text("English and Welsh")),
            about: Some(text("I talk at your pace.")),
            ..someone(JO, "Jo Evans", Role::CaseWorker)
        },
        Staff {
            trained: vec![LearningDisability, EasyRead, BritishSignLanguage],
            days: vec![Monday, Wednesday, Friday],
            languages: Some(text("English, Punjabi and British Sign Language")),
            ..someone(SAMIRA, "Samira Khan", Role::CaseWorker)
        },
        someone(GWEN, "Gwen Price", Role::Supervisor),
        someone(OWEN, "Owen Rees", Role::Administrator),
    ]
}
