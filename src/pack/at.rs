//! Values together with the place they were written at, and lists that survive a broken item.
//!
//! serde keeps no positions; `RawValue` borrows the text, so the slice a value came from is also its place.

use super::fault::Fault;
use ron::value::RawValue;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use std::marker::PhantomData;

/// A value read from RON that remembers its slice of the source, so that a problem with its *meaning* can be shown
/// where it was written.
#[derive(Debug, Clone)]
pub struct At<'s, T> {
    /// The value.
    pub value: T,
    /// The very slice of the source it was read from.
    pub slice: &'s str,
}

impl<'de: 's, 's, T: DeserializeOwned> Deserialize<'de> for At<'s, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slice = slice_of(deserializer)?;
        match super::read::options().from_str::<T>(slice) {
            Ok(value) => Ok(At { value, slice }),
            Err(error) => Err(D::Error::custom(Fault::of(&error, slice).smuggled())),
        }
    }
}

/// An item that is read apart from its neighbours: a fault in one hides none in the others.
#[derive(Debug)]
pub struct Piece<'s, T> {
    /// The item, or what is wrong with it.
    pub value: Result<T, Fault>,
    /// The very slice of the source it was read from.
    pub slice: &'s str,
}

impl<'de: 's, 's, T: Deserialize<'s>> Deserialize<'de> for Piece<'s, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slice: &'s str = slice_of(deserializer)?;
        let value = super::read::options().from_str::<T>(slice).map_err(|error| Fault::of(&error, slice));
        Ok(Piece { value, slice })
    }
}

fn slice_of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'de str, D::Error> {
    Ok(<&'de RawValue>::deserialize(deserializer)?.trim().get_ron())
}

/// A map in the order it was written, keys with their places, repeated keys kept so that they can be pointed at.
#[derive(Debug, Clone)]
pub struct Entries<'s, V>(pub Vec<(At<'s, String>, V)>);

impl<V> Default for Entries<'_, V> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

impl<'de: 's, 's, V: Deserialize<'de>> Deserialize<'de> for Entries<'s, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map<'s, V>(PhantomData<(&'s str, V)>);
        impl<'de: 's, 's, V: Deserialize<'de>> Visitor<'de> for Map<'s, V> {
            type Value = Entries<'s, V>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Map(PhantomData))
    }
}
