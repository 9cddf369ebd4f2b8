//! Which methods an address has, for the head of a 405 (RFC 9110 asks for it); read once from the
//! document, so that it cannot differ from the routes.

use serde_json::Value;

/// Methods by address.
#[derive(Debug, Clone, Default)]
pub struct Allow(Vec<(Vec<String>, String)>);

/// What an address outside of the document has: pages, health, figures.
const PAGES: &str = "GET, HEAD";

impl Allow {
    /// From the document.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        let paths = document["paths"].as_object().into_iter().flatten();
        Self(
            paths
                .map(|(path, operations)| {
                    let mut methods: Vec<String> =
                        operations.as_object().into_iter().flatten().map(|(method, _)| method.to_uppercase()).collect();
                    if methods.iter().any(|method| method == "GET") {
                        methods.push("HEAD".to_owned());
                    }
                    methods.sort();
                    (segments(path).map(str::to_owned).collect(), methods.join(", "))
                })
                .collect(),
        )
    }

    /// The methods of an address.
    #[must_use]
    pub fn at(&self, path: &str) -> &str {
        let asked: Vec<&str> = segments(path).collect();
        let fits = |pattern: &[String]| {
            pattern.len() == asked.len() && pattern.iter().zip(&asked).all(|(p, a)| p.starts_with('{') || p == a)
        };
        self.0.iter().find(|(pattern, _)| fits(pattern)).map_or(PAGES, |(_, methods)| methods)
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}
