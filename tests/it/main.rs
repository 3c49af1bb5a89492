//! One binary of stories: what people see and do, never how it is built.

mod assets;
mod templates;
