//! A value together with the place it was written at.

use ron::value::RawValue;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};

/// A value read from RON that remembers its slice of the source, so that a problem with its *meaning* can be shown
/// where it was written. serde keeps no positions; `RawValue` borrows the text.
#[derive(Debug, Clone)]
pub struct At<'s, T> {
    /// The value.
    pub value: T,
    /// The very slice of the source it was read from: `Source::place_of` turns it into a place.
    pub slice: &'s str,
}

impl<'de: 's, 's, T: DeserializeOwned> Deserialize<'de> for At<'s, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slice = <&'de RawValue>::deserialize(deserializer)?.trim().get_ron();
        let value = super::read::options().from_str::<T>(slice).map_err(|error| D::Error::custom(error.code))?;
        Ok(At { value, slice })
    }
}
