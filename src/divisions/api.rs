//! Routes of divisions.

use domain::refusal::Refusal;
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
    payload::Json,
};

use super::store::{self, DivisionRow};
use crate::{
    house::SharedHouse,
    http::{Answer, By, Page, Tag, act},
};

/// Routes of divisions.
#[derive(Debug)]
pub struct DivisionsApi(pub SharedHouse);

/// A division.
#[derive(Debug, Object)]
struct DivisionView {
    /// Code: 6, 9 or 12 digits.
    code: String,
    /// Name.
    name: String,
    /// `city`, `county`, `township`, `village`.
    level: String,
    /// Kind, such as 旗 or 苏木.
    #[oai(rename = "type")]
    kind: String,
    /// Code of the division above.
    parent: String,
    /// The divisions above it, uppermost first; empty in a list.
    path: Vec<DivisionName>,
}

/// A division's code and name.
#[derive(Debug, Object)]
struct DivisionName {
    /// Code.
    code: String,
    /// Name.
    name: String,
}

impl From<DivisionRow> for DivisionView {
    fn from(row: DivisionRow) -> Self {
        Self {
            code: row.code,
            name: row.name,
            level: row.level,
            kind: row.r#type,
            parent: row.parent,
            path: Vec::new(),
        }
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl DivisionsApi {
    /// Divisions below one
    #[oai(path = "/divisions", method = "get", operation_id = "divisions_list", tag = Tag::Divisions)]
    async fn list(
        &self,
        _by: By<act::ReferenceRead>,
        /// Code of the division above; Hulunbuir (150700) if left out.
        parent: Query<Option<String>>,
    ) -> Answer<Json<Page<DivisionView>>> {
        let parent = parent.0.unwrap_or_else(|| "150700".to_owned());
        let items = store::below(&self.0.db, &parent).await?.into_iter().map(DivisionView::from).collect();
        Ok(Json(Page { items, next: None, total: None }))
    }

    /// A division
    #[oai(path = "/divisions/:code", method = "get", operation_id = "divisions_show", tag = Tag::Divisions)]
    async fn show(&self, _by: By<act::ReferenceRead>, code: Path<String>) -> Answer<Json<DivisionView>> {
        let mut view: DivisionView = store::find(&self.0.db, &code.0).await?.ok_or_else(Refusal::missing)?.into();
        let mut above = view.parent.clone();
        // Four levels at most.
        for _ in 0..4 {
            let Some(row) = store::find(&self.0.db, &above).await? else { break };
            view.path.insert(0, DivisionName { code: row.code, name: row.name });
            above = row.parent;
        }
        Ok(Json(view))
    }
}
