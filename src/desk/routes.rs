//! The desk's routes as a list that a test can walk: method, path, permission.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Responder, guard};

use crate::web::guard::Guarded;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    pub method: Method,
    pub path: &'static str,
    /// `None` for the few that lead in: signing in and joining.
    pub permission: Option<&'static str>,
    /// Whether it wants a second factor of the last minutes.
    pub is_fresh: bool,
}

/// Registers handlers and remembers what they ask for; without a configuration it only remembers.
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

    pub fn post<F, Args>(&mut self, path: &'static str, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::POST, path, (Some(Args::PERMISSION), Args::IS_FRESH), handler)
    }

    /// For what leads in, before anyone is signed in. Each use of it is looked at by a test.
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
            // A HEAD is answered as the GET would be, without its body.
            let is_head = guard::fn_guard(move |asked| is_get && asked.head().method == Method::HEAD);
            let asked = guard::Any(guard::Method(method.clone())).or(is_head);
            config.route(path, web::route().guard(asked).to(handler));
        }
        self.declared.push(Declared { method, path, permission, is_fresh });
        self
    }
}
