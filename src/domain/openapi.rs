//! How our own types appear in the API document; here because a trait of another crate can only
//! be given to a type beside the type.

/// A type that travels as a string: parsed with `FromStr`, written with `Display`.
macro_rules! text_type {
    ($name:ty, $format:expr) => {
        impl poem_openapi::types::Type for $name {
            const IS_REQUIRED: bool = true;
            type RawValueType = Self;
            type RawElementValueType = Self;
            fn name() -> std::borrow::Cow<'static, str> {
                concat!("string_", stringify!($name)).into()
            }
            fn schema_ref() -> poem_openapi::registry::MetaSchemaRef {
                poem_openapi::registry::MetaSchemaRef::Inline(Box::new(
                    poem_openapi::registry::MetaSchema::new_with_format("string", $format),
                ))
            }
            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
            fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                Box::new(std::iter::once(self))
            }
        }
        crate::openapi::text_wire!($name);
    };
}
pub(crate) use text_type;

/// A closed vocabulary: travels as one of its words, published as a named string enum.
macro_rules! word_type {
    ($name:ident, $doc:expr) => {
        impl poem_openapi::types::Type for $name {
            const IS_REQUIRED: bool = true;
            type RawValueType = Self;
            type RawElementValueType = Self;
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn schema_ref() -> poem_openapi::registry::MetaSchemaRef {
                poem_openapi::registry::MetaSchemaRef::Reference(Self::name().into_owned())
            }
            fn register(registry: &mut poem_openapi::registry::Registry) {
                registry.create_schema::<Self, _>(Self::name().into_owned(), |_| {
                    let mut schema = poem_openapi::registry::MetaSchema::new("string");
                    schema.description = Some($doc);
                    schema.enum_items = Self::ALL.iter().map(|word| word.as_str().into()).collect();
                    schema
                });
            }
            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
            fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                Box::new(std::iter::once(self))
            }
        }
        crate::openapi::text_wire!($name);
    };
}
pub(crate) use word_type;

/// The wire side of both: parsed with `FromStr`, written with `Display`.
macro_rules! text_wire {
    ($name:ty) => {
        impl poem_openapi::types::ParseFromJSON for $name {
            fn parse_from_json(value: Option<serde_json::Value>) -> poem_openapi::types::ParseResult<Self> {
                match value {
                    Some(serde_json::Value::String(text)) => {
                        text.parse().map_err(poem_openapi::types::ParseError::custom)
                    }
                    other => Err(poem_openapi::types::ParseError::expected_type(other.unwrap_or_default())),
                }
            }
        }
        impl poem_openapi::types::ParseFromParameter for $name {
            fn parse_from_parameter(text: &str) -> poem_openapi::types::ParseResult<Self> {
                text.parse().map_err(poem_openapi::types::ParseError::custom)
            }
        }
        impl poem_openapi::types::ParseFromMultipartField for $name {
            async fn parse_from_multipart(field: Option<poem::web::Field>) -> poem_openapi::types::ParseResult<Self> {
                match field {
                    Some(field) => field.text().await?.parse().map_err(poem_openapi::types::ParseError::custom),
                    None => Err(poem_openapi::types::ParseError::expected_input()),
                }
            }
        }
        impl poem_openapi::types::ToJSON for $name {
            fn to_json(&self) -> Option<serde_json::Value> {
                Some(serde_json::Value::String(self.to_string()))
            }
        }
    };
}
pub(crate) use text_wire;
