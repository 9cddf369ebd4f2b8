//! A whole ledger at once, and how fast its lists are.

use std::time::Instant;

use domain::organization::Kind;
use fuhua::{
    db::Tx,
    journal::Acting,
    organizations::{
        details::Details,
        service::{self, NewOrganization},
    },
};

use super::{code, q};
use crate::world::World;

/// Organizations as an import would bring them.
fn many(w: &World, count: usize) -> Vec<NewOrganization> {
    let places = ["海拉尔区", "满洲里市", "阿荣旗", "扎兰屯市", "根河市", "鄂温克族自治旗", "新巴尔虎左旗", "牙克石市"];
    let words = ["仁德", "青禾", "草原", "星火", "同心", "暖阳", "博爱", "众诚", "启明", "金帆", "白桦", "松涛"];
    let fields =
        ["社区健康", "老年服务", "青少年发展", "社会工作服务", "环境保护", "法律援助", "残疾人帮扶", "智能科技"];
    let ends = ["协会", "中心", "促进会", "基金会", "志愿服务队"];
    let mut details = Details::default();
    details.registration.authority = Some("呼伦贝尔市海拉尔区民政局".into());
    details.registration.supervising_unit = Some("呼伦贝尔市海拉尔区教育局".into());
    let name = |n: usize| {
        format!("{}{}{}{}{}", places[n % 8], words[n / 8 % 12], words[n / 96 % 12], fields[n / 11 % 8], ends[n / 7 % 5])
    };
    (0..count)
        .map(|n| NewOrganization {
            name: name(n),
            kind: if n % 97 == 0 { Kind::Foundation } else { Kind::ServiceInstitution },
            class: None,
            credit_code: Some(code('2', u32::try_from(n).unwrap())),
            record_number: None,
            home_base: w.base(&format!("B{:02}", n % 13)),
            division: format!("1507{:02}", n % 13),
            township: Some("150702001".into()),
            village: Some("150702001001".into()),
            founded_on: None,
            grade: Some("3A".into()),
            annual_check: None,
            party_form: None,
            responsible_name: Some("王五".into()),
            liaison_name: Some("李四".into()),
            liaison_phone: Some("13904701234".into()),
            full_time_staff: Some(3),
            social_workers: Some(2),
            volunteers: Some(40),
            details: details.clone(),
        })
        .collect()
}

#[tokio::test]
async fn a_ledger_is_taken_whole_or_not_at_all() {
    // On the shipped engine: the one in memory takes a time that grows with the square of a transaction.
    let w = World::on_disk().await;
    let by = Acting::program("import", w.now());
    let mut ledger = many(&w, 870);
    let mut tx = Tx::new();
    let ids = service::prepare_many(w.house(), &mut tx, ledger.clone(), &by, None);
    w.commit(tx).await;
    assert_eq!((ids.len(), w.count("organization").await), (870, 870));
    assert_eq!(w.deeds(ids[869]).await, vec!["organizations.create"]);
    // The last row has a code that is there already: none of the others is taken either.
    let before = w.totals().await;
    ledger.iter_mut().take(869).enumerate().for_each(|(n, new)| new.credit_code = Some(code('1', n as u32)));
    let mut tx = Tx::new();
    service::prepare_many(w.house(), &mut tx, ledger, &by, None);
    let refused = w.db().commit(tx).await.unwrap_err();
    assert!(matches!(&refused, fuhua::db::DbError::Duplicate { what } if what == "organization_identity"), "{refused}");
    assert_eq!(w.totals().await, before);
}

/// Figures for the comment in `store_list.rs` and for `service::PART`; run by hand.
#[tokio::test]
#[ignore = "measures; takes a minute"]
#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
async fn lists_of_ten_thousand_are_fast() {
    let w = World::on_disk().await;
    let by = Acting::program("import", w.now());
    for part in many(&w, 10_000).chunks(service::PART) {
        let started = Instant::now();
        let mut tx = Tx::new();
        service::prepare_many(w.house(), &mut tx, part.to_vec(), &by, None);
        w.commit(tx).await;
        println!("{} rows taken in {:?}", part.len(), started.elapsed());
    }
    let (city, base) = (w.supervisor().await, w.operator("B03").await);
    for (who, by) in [("city", &city), ("base", &base)] {
        for path in [
            "/organizations".to_owned(),
            format!("/organizations?limit=10&q={}", q("草原")),
            format!("/organizations?limit=10&q={}", q("没有这个")),
            "/organizations?limit=10&q=hleqrd".to_owned(),
            "/organizations?limit=10&q=52150702MJ0009999".to_owned(),
            "/organizations?kind=foundation".to_owned(),
            "/organizations?sort=-created&division=150707".to_owned(),
            "/organizations/export".to_owned(),
        ] {
            let mut best = std::time::Duration::MAX;
            for _ in 0..3 {
                let started = Instant::now();
                by.get(&path).await.status(200);
                best = best.min(started.elapsed());
            }
            println!("{who} {best:?} {path}");
        }
    }
}
