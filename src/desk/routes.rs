//! The desk's routes as a list that tests can read: method, path, permission.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Responder, guard};

use crate::web::guard::Guarded;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    pub method: Method,
    pub path: &'static str,
    /// `None` for the few routes that sign in or join.
    pub permission: Option<&'static str>,
    /// Whether it requires a second factor from the last minutes.
    pub is_fresh: bool,
    /// A picture or another file: signing in never leads back to it.
    pub is_file: bool,
}

impl Declared {
    pub fn is_at(&self, path: &str) -> bool {
        self.path.split('/').count() == path.split('/').count() && self.holds(path)
    }

    /// Whether the address is this route or below it.
    fn holds(&self, path: &str) -> bool {
        let mut parts = path.split('/');
        let mut own = self.path.trim_end_matches('/').split('/');
        own.all(|own| {
            parts.next().is_some_and(|part| own == part || (own.starts_with('{') && !part.is_empty()))
        })
    }
}

/// The page that contains the form of this address: the nearest page above it.
pub fn page_of(declared: &[Declared], path: &str) -> Option<String> {
    let is_page = |route: &&Declared| {
        route.method == Method::GET && !route.is_file && route.permission.is_some() && route.holds(path)
    };
    let depth = |route: &Declared| route.path.trim_end_matches('/').split('/').count();
    let parts = declared.iter().filter(is_page).map(depth).max()?;
    let page: Vec<&str> = path.split('/').take(parts).collect();
    // Only the home page ends with a slash.
    Some(if parts == 2 { format!("{}/", page.join("/")) } else { page.join("/") })
}

/// Registers handlers and records their permissions. Without a configuration it only records.
#[derive(Default)]
pub struct Routes<'c> {
    config: Option<&'c mut ServiceConfig>,
    pub declared: Vec<Declared>,
}

impl<'c> Routes<'c> {
    pub fn into(config: &'c mut ServiceConfig) -> Self {
        Routes { config: Some(config), declared: Vec::new() }
    }

    pub fn get<F, Args>(&mut self, path: &'static str, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::GET, path, (Some(Args::PERMISSION), Args::IS_FRESH), handler)
    }

    /// A GET of a file, which is no page.
    pub fn file<F, Args>(&mut self, path: &'static str, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::GET, path, (Some(Args::PERMISSION), Args::IS_FRESH), handler);
        if let Some(last) = self.declared.last_mut() {
            last.is_file = true;
        }
        self
    }

    pub fn post<F, Args>(&mut self, path: &'static str, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::POST, path, (Some(Args::PERMISSION), Args::IS_FRESH), handler)
    }

    /// A route for visitors who are not signed in yet. A test lists every use.
    pub fn open<F, Args>(&mut self, method: Method, path: &'static str, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(method, path, (None, false), handler)
    }

    fn add<F, Args>(
        &mut self,
        method: Method,
        path: &'static str,
        (permission, is_fresh): (Option<&'static str>, bool),
        handler: F,
    ) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let is_get = method == Method::GET;
        if let Some(config) = self.config.as_mut() {
            // A HEAD is answered like a GET, without the body.
            let is_head = guard::fn_guard(move |asked| is_get && asked.head().method == Method::HEAD);
            let asked = guard::Any(guard::Method(method.clone())).or(is_head);
            config.route(path, web::route().guard(asked).to(handler));
        }
        self.declared.push(Declared { method, path, permission, is_fresh, is_file: false });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_form_is_the_nearest_above_its_address() {
        let mut routes = Routes::default();
        crate::desk::register(&mut routes);
        let cases = [
            ("/en/responses/7/note", Some("/en/responses/7")),
            ("/ar/drafts/7/picture", Some("/ar/drafts/7")),
            ("/en/drafts/new", Some("/en/drafts/new")),
            ("/en/keys/make", Some("/en/keys")),
            ("/en/posters/7/end", Some("/en/posters")),
            ("/en/sign-out", Some("/en/")),
            ("/en/", Some("/en/")),
            ("/", None),
        ];
        for (path, expected) in cases {
            assert_eq!(page_of(&routes.declared, path).as_deref(), expected, "{path}");
        }
    }
}
