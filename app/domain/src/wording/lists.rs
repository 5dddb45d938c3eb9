//! The phrases, as data: what each sort does to somebody who was once held to what was said.

use super::Weight::{self, Coercive, Conditional};
use crate::reading::Language::{self, English, Welsh};

/// Phrases of one sort.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    /// In which language.
    pub language: Language,
    /// What is done about them.
    pub weight: Weight,
    /// The phrases, with a comma between them. `*` stands for any ending, `…` for any words between; of Welsh words the plain
    /// form, as the mutated ones are found by it.
    pub phrases: &'static str,
    /// What is wrong with them.
    pub why: &'static str,
}

const fn english(weight: Weight, phrases: &'static str, why: &'static str) -> Listed {
    Listed { language: English, weight, phrases, why }
}

const fn welsh(weight: Weight, phrases: &'static str, why: &'static str) -> Listed {
    Listed { language: Welsh, weight, phrases, why }
}

/// All of them.
pub const LISTS: &[Listed] = &[
    english(
        Conditional,
        "with the proviso, on condition that, on the condition, as a condition of, a condition of your, provided that you, \
         providing that you, only if you agree",
        "Support is given or not; nothing is asked in return for it. Letters to doctors said this.",
    ),
    english(
        Conditional,
        "unless you, if you do not … then, if you dont … then, if you do not … benefit*, if you dont … benefit*, \
         if you do not … payment*, if you dont … payment*, if you fail to, if you refuse to, or else",
        "What somebody does not do has no consequence here, so none can be announced.",
    ),
    english(
        Conditional,
        "failure to, failing to, sanction*, or your benefit*, or your payment*, or your money, lose your benefit*, \
         lose your payment*, stop your benefit*, stop your payment*, keep your benefit*, keep your payment*, \
         will affect your benefit*, may affect your benefit*, might affect your benefit*, could affect your benefit*, \
         would affect your benefit*",
        "Nothing here can touch a benefit. To say so is a threat, and untrue.",
    ),
    english(
        Coercive,
        "must, have to, has to, had to, need to, needs to, required, require you, requirement*, mandatory, compulsory, \
         obliged, obligat*, expected to, expect you to, supposed to, got to attend, your duty",
        "Support is voluntary: it is offered, and a no is as good as a yes.",
    ),
    english(
        Coercive,
        "fail to, failed to, complian*, comply*, non attendance, nonattendance, did not attend, missed your appointment, \
         no excuse*, final warning, last chance, final reminder, deadline*",
        "Nothing is held against anybody, and nobody is hurried.",
    ),
    welsh(
        Conditional,
        "ar yr amod, ar amod, amod o’ch, amod o’th",
        "Rhoddir cymorth neu beidio; ni ofynnir am ddim yn gyfnewid amdano. (Nothing is asked in return.)",
    ),
    welsh(
        Conditional,
        "oni bai eich bod, oni bai i chi, oni bai dy fod, oni bai i ti, os na … yna, os na … budd*, os na … taliad*, \
         os nad ydych … yna, os nad ydych … budd*",
        "What somebody does not do has no consequence here, so none can be announced.",
    ),
    welsh(
        Conditional,
        "methiant i, sancsiwn, sancsiynau, cosb*, neu’ch budd*, neu eich budd*, neu dy fudd*, neu’ch taliad*, neu eich taliad*, \
         colli’ch budd*, colli eich budd*, colli dy fudd*, atal eich budd*, atal dy fudd*, cadw eich budd*, cadw’ch budd*",
        "Nothing here can touch a benefit. To say so is a threat, and untrue.",
    ),
    welsh(
        Coercive,
        "rhaid i chi, rhaid ichi, rhaid i ti, rhaid iti, mae’n rhaid, bydd rhaid, gorfod*, gofynnol, gofyniad, gofynion, \
         disgwylir i chi, disgwylir ichi, disgwyl i chi, disgwyl ichi, mae angen i chi, mae angen ichi, mae angen i ti, dyletswydd*",
        "Support is voluntary: it is offered, and a no is as good as a yes.",
    ),
    welsh(
        Coercive,
        "methu â mynychu, peidio â mynychu, heb fynychu, cydymffurf*, cyfle olaf, rhybudd olaf, dyddiad cau",
        "Nothing is held against anybody, and nobody is hurried.",
    ),
];
