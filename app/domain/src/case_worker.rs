//! The one named person whom the claimant chose to talk to.

use serde::{Deserialize, Serialize};

use crate::ids::StaffId;

/// Whom the person chose; until they choose, nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The case worker.
    pub staff: StaffId,
}
