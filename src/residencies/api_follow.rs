//! Routes of keeping in touch with who has graduated, and its workbook: 出壳跟踪台账.

use domain::{
    day::Day,
    id::{BaseId, ResidencyId},
    residency::ContactWay,
};
use poem_openapi::{
    Object, OpenApi,
    param::{Path, Query},
};
use serde::Deserialize;
use sheets::export::{ColumnKind, Value};

use super::{
    follow::{self, NewContact},
    lists, views,
    views::ResidencyView,
    views_list,
};
use crate::{
    applications::checks::Ground,
    house::SharedHouse,
    http::{
        Answer, Body, By, Found, Tag, act,
        xlsx::{self, Xlsx},
    },
};

/// Routes of keeping in touch.
#[derive(Debug)]
pub struct FollowApi(pub SharedHouse);

/// A contact.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ContactBody {
    /// On which day.
    on: Day,
    /// In which way.
    way: ContactWay,
    /// The organization still works.
    active: bool,
    /// How it does.
    text: String,
    /// What it needs help with.
    #[serde(default)]
    need: Option<String>,
}

#[OpenApi(prefix_path = "/api/v1")]
impl FollowApi {
    /// Note a contact with an organization that has graduated
    #[oai(path = "/residencies/:id/contacts", method = "post", operation_id = "residencies_contact", tag = Tag::Residencies)]
    async fn contact(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ContactBody>,
    ) -> Answer<Found<ResidencyView>> {
        let ContactBody { on, way, active, text, need } = body.0;
        let row = follow::note(&self.0, &by, id.0, &NewContact { on, way, active, text, need }).await?;
        Ok(Found(views::view(&self.0, &by, row).await?))
    }

    /// Who has graduated and how it does, as a workbook
    #[oai(path = "/residencies/graduates/export", method = "get", operation_id = "residencies_graduates_export", tag = Tag::Residencies)]
    async fn export(
        &self,
        by: By<act::ResidenciesRead>,
        /// Only this base.
        base: Query<Option<BaseId>>,
    ) -> Answer<Xlsx> {
        let house = &self.0;
        let today = house.today();
        let graduates = follow::graduates(lists::left(house, &by, base.0, today).await?)?;
        let rows: Vec<_> = graduates.iter().map(|(row, _)| row.clone()).collect();
        let items = views_list::items(house, &rows).await?;
        let bases = house.db.read(crate::bases::store::every()).await?;
        let ground = Ground::for_views(house, &bases).await?;
        let headers = &[
            ("column_base", ColumnKind::Text),
            ("column_organization", ColumnKind::Text),
            ("column_graduated_on", ColumnKind::Date),
            ("column_follow_until", ColumnKind::Date),
            ("column_contacts", ColumnKind::Number),
            ("column_last_contact", ColumnKind::Date),
            ("column_still_active", ColumnKind::Text),
            ("column_how_it_does", ColumnKind::Text),
            ("column_next_contact", ColumnKind::Date),
        ];
        let day_or_none = |day: Option<Day>| day.map_or(Value::Empty, xlsx::day);
        let cells = items.iter().zip(&graduates).map(|(item, (_, of))| {
            let followed = follow::followed(&ground, of);
            let last = of.contacts.last();
            vec![
                xlsx::text(item.base.short_name.clone()),
                xlsx::text(item.organization.name.clone()),
                day_or_none(item.ended),
                day_or_none(followed.map(|of| of.until)),
                xlsx::count(of.contacts.len()),
                day_or_none(last.map(|contact| contact.on)),
                last.map_or(Value::Empty, |contact| xlsx::yes(contact.active)),
                xlsx::optional(last.map(|contact| contact.text.as_str())),
                day_or_none(followed.and_then(|of| of.next)),
            ]
        });
        Ok(Xlsx::list("sheet_title_graduates", headers, cells, today).await?)
    }
}
