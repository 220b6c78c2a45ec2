//! JSON as a tree of limited size. A file of the size that is read may hold tens of millions of values, each of which takes
//! many times its own bytes.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::Cell;
use std::fmt;

use super::InputError;

/// Values of a tree: some 3000 requests of a network export.
const VALUES: usize = 500_000;

/// Whether nothing of a field is ever wanted: what a browser adds to a network export for itself, and cookies.
fn is_left_out(name: &str) -> bool {
    name.starts_with('_') && !matches!(name, "_resourceType" | "_embedded" | "_source")
        || matches!(name, "cookies" | "queryString" | "postData")
}

/// Reads JSON. [`InputError::TooMany`] where it holds more than [`VALUES`].
pub(super) fn parse(text: &str) -> Result<Value, InputError> {
    let left = Cell::new(VALUES);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Tree { left: &left }.deserialize(&mut reader);
    match value.and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(_) if left.get() == 0 => Err(InputError::TooMany { values: VALUES }),
        Err(_) => Err(InputError::BrokenJson),
    }
}

/// One value, and how many more there may be.
#[derive(Clone, Copy)]
struct Tree<'c> {
    left: &'c Cell<usize>,
}

impl Tree<'_> {
    fn take<E: Error>(self) -> Result<(), E> {
        let left = self.left.get().checked_sub(1).filter(|left| *left > 0);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or_else(|| E::custom("too many values"))
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        self.take()?;
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element_seed(self)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if is_left_out(&name) {
                fields.next_value::<IgnoredAny>()?;
            } else {
                map.insert(name, fields.next_value_seed(self)?);
            }
        }
        Ok(Value::Object(map))
    }
}
