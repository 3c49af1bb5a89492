//! Which settings were given, and where: in the file, or in the environment, which wins. Values that may be secret are never
//! printed.

use std::collections::BTreeMap;
use std::path::Path;

use super::reader::Fault;
use super::table::{self, Setting};

/// Values by name, each with its source.
#[derive(Default)]
pub struct Given(BTreeMap<String, (String, &'static str)>);

impl Given {
    /// Reads `file` (TOML) and the environment; a file that can't be read is a fault.
    pub fn read(file: Option<&Path>) -> (Given, Vec<Fault>) {
        let (mut given, mut faults) = (Given::default(), Vec::new());
        if let Some(path) = file {
            match std::fs::read_to_string(path).map_err(|e| e.to_string()).and_then(|t| file_values(&t)) {
                Ok(read) => given.0.extend(read.into_iter().map(|(name, value)| (name, (value, "the file")))),
                Err(why) => faults.push(Fault { setting: path.display().to_string(), expected: why }),
            }
        }
        for (name, ..) in table::settings() {
            #[expect(clippy::disallowed_methods, reason = "this is the environment's home")]
            if let Ok(value) = std::env::var(format!("KINLIGHT_{}", name.to_uppercase())) {
                given.0.insert((*name).to_owned(), (value, "the environment"));
            }
        }
        (given, faults)
    }

    pub(super) fn values(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(name, (value, _))| (name.clone(), value.clone())).collect()
    }

    /// What `kinlight config` prints: each setting with its meaning, its value if one was given, its default, and its name in
    /// the environment.
    pub fn documentation(&self) -> String {
        table::settings().map(|setting| self.told(setting)).collect()
    }

    fn told(&self, (name, default, what): &Setting) -> String {
        let now = match self.0.get(*name) {
            Some((value, place)) => format!("now {}, from {place}; ", without_secret(name, value)),
            None => String::new(),
        };
        let default = if default.is_empty() { "(none)" } else { default };
        format!(
            "{name}\n    {what}\n    {now}default {default}; in the environment KINLIGHT_{}\n",
            name.to_uppercase()
        )
    }
}

/// Hides a key, secret or password completely, and in an address the password, wherever it stands there.
fn without_secret(name: &str, value: &str) -> String {
    const HIDDEN: &str = "(secret)";
    // A webhook's address often contains its password.
    let is_hidden = ["_key", "_secret", "_password"].iter().any(|end| name.ends_with(end));
    if is_hidden || name == "webhook_url" {
        return HIDDEN.to_owned();
    }
    let value = &without_secrets_in_query(value);
    let parts = value.split_once("://").and_then(|(scheme, rest)| {
        let (user, host) = rest.rsplit_once('@')?;
        Some((scheme, user.split_once(':')?.0, host))
    });
    match parts {
        Some((scheme, user, host)) => format!("{scheme}://{user}:{HIDDEN}@{host}"),
        None => value.to_owned(),
    }
}

/// A socket's address has its password behind the question mark: `unix:///…?user=…&pass=…`.
fn without_secrets_in_query(value: &str) -> String {
    let Some((place, query)) = value.split_once('?').filter(|(place, _)| place.contains("://")) else {
        return value.to_owned();
    };
    let pairs: Vec<String> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((key, _)) if key.starts_with("pass") => format!("{key}=(secret)"),
            _ => pair.to_owned(),
        })
        .collect();
    format!("{place}?{}", pairs.join("&"))
}

fn file_values(text: &str) -> Result<BTreeMap<String, String>, String> {
    let table: toml::Table = text.parse().map_err(|e: toml::de::Error| e.message().to_owned())?;
    Ok(table
        .into_iter()
        .map(|(name, value)| match value {
            toml::Value::String(text) => (name, text),
            other => (name, other.to_string()),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_printed() {
        for (name, value, printed) in [
            ("s3_secret_key", "x", "(secret)"),
            ("s3_access_key", "x", "(secret)"),
            ("redis_url", "redis://:word@127.0.0.1:1", "redis://:(secret)@127.0.0.1:1"),
            ("database_url", "postgres://desk:a@b@host/db", "postgres://desk:(secret)@host/db"),
            ("database_url", "postgres://desk@host/db", "postgres://desk@host/db"),
            ("redis_url", "unix:///run/r.sock?user=k&pass=word", "unix:///run/r.sock?user=k&pass=(secret)"),
            ("database_url", "postgres://host/db?password=word", "postgres://host/db?password=(secret)"),
            ("mail_password", "x", "(secret)"),
            ("webhook_url", "https://chat.example.org/hooks/word", "(secret)"),
            ("desk_secret_file", "/etc/kinlight/desk.secret", "/etc/kinlight/desk.secret"),
            ("public_url", "https://photos.example.org", "https://photos.example.org"),
        ] {
            assert_eq!(without_secret(name, value), printed);
        }
    }
}
