//! Rows that let somebody do something carry a proof: a MAC under the desk's secret, with the line of the audit chain about the
//! act that wrote them. Rows of before have none; the desk's process proves them once, at its first start.

use sea_orm_migration::prelude::*;

pub struct Proofs;

impl MigrationName for Proofs {
    fn name(&self) -> &'static str {
        "m0021_proofs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Proofs {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, ON_BOTH).await
    }
}

/// The program of the release before writes no proof, so the column may be empty.
const ON_BOTH: &str = "
alter table staff add column proof {bytes};
alter table sessions add column proof {bytes};
alter table invitations add column proof {bytes};
alter table key_grants add column proof {bytes};
alter table publication_editors add column proof {bytes};
";
