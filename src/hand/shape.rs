//! Values of JavaScript in the shapes that serde derives: less than a general reader, since each page loads it. A shape's
//! fields are asked for in turn and a value that does not fit gives no reason, so no names are compared and no sentences
//! are made of what was found.

use std::{fmt, slice};

use js_sys::{Array, Object, Reflect};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, SeqAccess, VariantAccess, Visitor,
    value::U32Deserializer,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// It has another shape.
#[derive(Debug)]
pub(super) struct Misfit;

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("another shape")
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A value, to be read once.
pub(super) struct Value(pub(super) JsValue);

impl Value {
    fn is_nothing(&self) -> bool {
        self.0.is_undefined() || self.0.is_null()
    }

    fn text(&self) -> Result<String, Misfit> {
        self.0.as_string().ok_or(Misfit)
    }

    /// A whole number that JavaScript holds exactly.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it was found whole and small enough"
    )]
    fn whole(&self) -> Result<i64, Misfit> {
        let number = self.0.as_f64().ok_or(Misfit)?;
        let exact = number.fract() == 0.0 && number.abs() < 2_f64.powi(53);
        exact.then_some(number as i64).ok_or(Misfit)
    }

    fn items(self) -> Result<Items, Misfit> {
        let array: Array = self.0.dyn_into().map_err(|_| Misfit)?;
        Ok(Items { array, at: 0 })
    }

    fn fields(self, names: &'static [&'static str]) -> Result<Fields, Misfit> {
        let names = names.iter();
        self.0
            .is_object()
            .then_some(Fields {
                object: self.0,
                names,
            })
            .ok_or(Misfit)
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Misfit;

    /// A shape says what it wants.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_bool(self.0.as_bool().ok_or(Misfit)?)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_f64(self.0.as_f64().ok_or(Misfit)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.is_nothing() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.fields(fields)?)
    }

    /// A variant's name, or an object whose one key that is.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let (name, inside) = if let Some(name) = self.0.as_string() {
            (name, JsValue::UNDEFINED)
        } else {
            let object = self.0.dyn_into::<Object>().map_err(|_| Misfit)?;
            let key = Object::keys(&object).get(0);
            let inside = Reflect::get(&object, &key).map_err(|_| Misfit)?;
            (key.as_string().ok_or(Misfit)?, inside)
        };
        let at = variants.iter().position(|variant| *variant == name);
        let at = at.and_then(|at| u32::try_from(at).ok()).ok_or(Misfit)?;
        visitor.visit_enum(Variant {
            at,
            inside: Self(inside),
        })
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u128 f32 char bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

/// An array.
struct Items {
    array: Array,
    at: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        if self.at >= self.array.length() {
            return Ok(None);
        }
        let item = self.array.get(self.at);
        self.at += 1;
        seed.deserialize(Value(item)).map(Some)
    }
}

/// An object's values, in the order of the shape's fields.
struct Fields {
    object: JsValue,
    names: slice::Iter<'static, &'static str>,
}

impl Fields {
    fn take(&mut self) -> Result<JsValue, Misfit> {
        let name = self.names.next().ok_or(Misfit)?;
        Reflect::get(&self.object, &JsValue::from_str(name)).map_err(|_| Misfit)
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        let value = self.take()?;
        let missing = value.is_undefined();
        match seed.deserialize(Value(value)) {
            // The shape has something in its place, or does without it, or fails.
            Err(Misfit) if missing => Ok(None),
            read => read.map(Some),
        }
    }
}

/// One of the variants, and what it holds.
struct Variant {
    at: u32,
    inside: Value,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Misfit;
    type Variant = Value;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Value), Misfit> {
        let at = U32Deserializer::new(self.at);
        Ok((seed.deserialize(at)?, self.inside))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        self.is_nothing().then_some(()).ok_or(Misfit)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misfit> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.items()?)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.fields(fields)?)
    }
}
