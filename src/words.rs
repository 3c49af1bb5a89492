//! Words: the values of an enum as they stand in rows, addresses, forms, sealed records and keys of texts. `words!` declares an
//! enum with the code of each variant, `word_column!` makes it a column. A code that was stored or hashed is never renamed.

/// Declares an enum with a code per variant, and gives it `ALL`, `code`, `parse`, `key`, `Serialize` and `Deserialize`. Further
/// attributes, such as `#[derive(Default)]`, pass through.
///
/// Two variants with one code do not compile.
macro_rules! words {
    (
        $(#[$about:meta])*
        $vis:vis enum $name:ident {
            $($(#[$about_one:meta])* $one:ident = $code:literal),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {
            $($(#[$about_one])* $one,)+
        }

        impl $name {
            /// Every variant, in the order of the declaration.
            $vis const ALL: [Self; [$($code),+].len()] = [$(Self::$one),+];

            /// The word in rows, addresses, forms and sealed records.
            $vis const fn code(self) -> &'static str {
                match self {
                    $(Self::$one => $code,)+
                }
            }

            /// `None` for a word that this program does not know.
            #[deny(unreachable_patterns)]
            $vis fn parse(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$one),)+
                    _ => None,
                }
            }

            /// The key of a text, "{prefix}-{code}". `tests/it/tidy/built_keys.rs` lists each prefix.
            $vis fn key(self, prefix: &str) -> String {
                format!("{prefix}-{}", self.code())
            }
        }

        // Not every enum needs both.
        const _: (&[$name], fn($name, &str) -> String) = (&$name::ALL, $name::key);

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <String as ::serde::Deserialize>::deserialize(deserializer)?;
                let unknown = || ::serde::de::Error::custom(concat!("no word of ", stringify!($name)));
                Self::parse(&code).ok_or_else(unknown)
            }
        }
    };
}

/// Makes a type with `code` and `parse` a column: its code is stored.
///
/// A row may contain a word of a newer program, which shares the database during an update. One such word must not make a whole
/// list unreadable, so the declaration says what it counts as. Without `unknown`, it counts as NULL: `None` in an optional
/// column, an error in any other.
macro_rules! word_column {
    ($name:ident) => {
        word_column!(@ $name, None);
    };
    ($name:ident, unknown: $fallback:ident) => {
        impl $name {
            /// What a word of a newer program counts as.
            pub const UNKNOWN: Self = Self::$fallback;
        }

        word_column!(@ $name, Some($name::UNKNOWN));
    };
    (@ $name:ident, $unknown:expr) => {
        impl From<$name> for ::sea_orm::Value {
            fn from(word: $name) -> Self {
                word.code().into()
            }
        }

        impl ::sea_orm::TryGetable for $name {
            fn try_get_by<I: ::sea_orm::ColIdx>(
                row: &::sea_orm::QueryResult,
                column: I,
            ) -> Result<Self, ::sea_orm::TryGetError> {
                let code = <String as ::sea_orm::TryGetable>::try_get_by(row, column)?;
                let null = || ::sea_orm::TryGetError::Null(format!("{column:?}"));
                Self::parse(&code).or($unknown).ok_or_else(null)
            }
        }

        impl ::sea_orm::sea_query::ValueType for $name {
            fn try_from(value: ::sea_orm::Value) -> Result<Self, ::sea_orm::sea_query::ValueTypeErr> {
                let code = <String as ::sea_orm::sea_query::ValueType>::try_from(value)?;
                Self::parse(&code).or($unknown).ok_or(::sea_orm::sea_query::ValueTypeErr)
            }

            fn type_name() -> String {
                stringify!($name).to_owned()
            }

            fn array_type() -> ::sea_orm::sea_query::ArrayType {
                <String as ::sea_orm::sea_query::ValueType>::array_type()
            }

            fn column_type() -> ::sea_orm::sea_query::ColumnType {
                <String as ::sea_orm::sea_query::ValueType>::column_type()
            }
        }

        impl ::sea_orm::sea_query::Nullable for $name {
            fn null() -> ::sea_orm::Value {
                <String as ::sea_orm::sea_query::Nullable>::null()
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::ValueType;
    use sea_orm::{ConnectionTrait, Database, DbErr, FromQueryResult, Statement, Value};

    words! {
        #[derive(PartialOrd, Ord)]
        enum Light {
            Red = "red",
            /// Two words.
            RedAmber = "red-amber",
            Green = "green",
        }
    }

    // A light that nobody understands stops everyone.
    word_column!(Light, unknown: Red);

    words! {
        enum Turn {
            Left = "left",
            Right = "right",
        }
    }

    word_column!(Turn);

    #[test]
    fn every_code_leads_back_to_its_variant() {
        assert_eq!(Light::ALL, [Light::Red, Light::RedAmber, Light::Green]);
        for light in Light::ALL {
            assert_eq!(Light::parse(light.code()), Some(light));
            assert_eq!(serde_json::to_string(&light).unwrap(), format!("\"{}\"", light.code()));
            assert_eq!(serde_json::from_str::<Light>(&format!("\"{}\"", light.code())).unwrap(), light);
            assert_eq!(Value::from(light), Value::from(light.code()));
            assert_eq!(<Light as ValueType>::try_from(light.into()).unwrap(), light);
        }
        assert!(["", "Red", "red ", "blue"].iter().all(|word| Light::parse(word).is_none()));
        assert_eq!(serde_json::from_str::<Light>("\"blue\"").unwrap_err().to_string(), "no word of Light");
        assert_eq!(Light::RedAmber.key("light"), "light-red-amber");
    }

    #[derive(Debug, PartialEq, FromQueryResult)]
    struct Crossing {
        light: Light,
        turn: Option<Turn>,
    }

    async fn crossing(light: &str, turn: &str) -> Result<Option<Crossing>, DbErr> {
        let db = Database::connect("sqlite::memory:").await?;
        let sql = format!("select {light} as light, {turn} as turn");
        let found = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        found.map(|row| Crossing::from_query_result(&row, "")).transpose()
    }

    #[tokio::test]
    async fn a_word_of_a_newer_program_counts_as_what_its_column_says() {
        let read = async |light: &str, turn: &str| crossing(light, turn).await.ok().flatten();
        let known = Crossing { light: Light::Green, turn: Some(Turn::Left) };
        assert_eq!(read("'green'", "'left'").await, Some(known));
        let unknown = Crossing { light: Light::Red, turn: None };
        assert_eq!(read("'blue'", "'back'").await.as_ref(), Some(&unknown));
        assert_eq!(read("'red'", "null").await, Some(unknown));
        assert_eq!(read("null", "null").await, None, "only a word can be unknown");
    }
}
