//! Stories of organizations.

use domain::organization::Kind;
use fuhua::{
    db::Tx,
    journal::Acting,
    organizations::{
        details::Details,
        service::{self, NewOrganization},
    },
};

use crate::world::World;

#[tokio::test]
#[ignore = "measures"]
async fn measures() {
    use std::time::Instant;
    let w = World::on_disk().await;
    let by = Acting::program("test", w.now());
    let places = ["海拉尔区", "满洲里市", "阿荣旗", "扎兰屯市", "根河市", "鄂温克族自治旗", "新巴尔虎左旗", "牙克石市"];
    let words = ["仁德", "青禾", "草原", "星火", "同心", "暖阳", "博爱", "众诚", "启明", "金帆", "白桦", "松涛"];
    let fields =
        ["社区健康", "老年服务", "青少年发展", "社会工作服务", "环境保护", "法律援助", "残疾人帮扶", "智能科技"];
    let ends = ["协会", "中心", "促进会", "基金会", "志愿服务队"];
    let new: Vec<NewOrganization> = (0..std::env::var("N").map_or(10_000, |n| n.parse().unwrap()))
        .map(|n: usize| NewOrganization {
            name: format!(
                "{}{}{}{}{}",
                places[n % 8],
                words[n / 8 % 12],
                words[n / 96 % 12],
                fields[n / 11 % 8],
                ends[n / 7 % 5]
            ),
            kind: if n % 97 == 0 { Kind::Foundation } else { Kind::ServiceInstitution },
            class: None,
            credit_code: Some(format!("52150702MJ{n:08}")),
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
            details: {
                let mut d = Details::default();
                d.registration.authority = Some("呼伦贝尔市海拉尔区民政局".into());
                d.registration.supervising_unit = Some("呼伦贝尔市海拉尔区教育局".into());
                d
            },
        })
        .collect();
    if std::env::var("NGRAM").is_ok() {
        w.db().define("DEFINE ANALYZER zh TOKENIZERS blank, class FILTERS lowercase, ngram(1,2); DEFINE INDEX organization_search ON organization FIELDS search FULLTEXT ANALYZER zh;").await.unwrap();
    }
    for part in new.chunks(4_000) {
        let t = Instant::now();
        let mut tx = Tx::new();
        service::prepare_many(w.house(), &mut tx, part.to_vec(), &by, None);
        w.db().commit(tx).await.unwrap();
        println!("commit {:?}", t.elapsed());
    }
    println!(
        "du {:?}",
        std::process::Command::new("du")
            .args(["-sh", w.folder().to_str().unwrap()])
            .output()
            .map(|o| String::from_utf8_lossy(&o.stdout).into_owned())
    );
    println!("count {}", w.count("organization").await);
    let t = Instant::now();
    w.db().define("DEFINE TABLE oline AS SELECT search, sort_key, home_base, hosts, kind, class, division, resident, live FROM organization").await.unwrap();
    println!("view {:?}", t.elapsed());
    w.db().define("DEFINE TABLE slim SCHEMAFULL TYPE NORMAL; DEFINE FIELD text ON slim TYPE string; DEFINE FIELD kind ON slim TYPE string; DEFINE FIELD o ON slim TYPE record<organization>; INSERT INTO slim (SELECT [sort_key] AS id, search AS text, kind, id AS o FROM organization) RETURN NONE").await.unwrap();
    println!("slim {:?}", t.elapsed());
    let q = [
        "SELECT VALUE id FROM oline WHERE string::contains(search, '不存在的') ORDER BY sort_key LIMIT 10",
        "SELECT VALUE id FROM oline WHERE search CONTAINS '不存在的' ORDER BY sort_key LIMIT 10",
        "SELECT VALUE id FROM oline WHERE search CONTAINS '草原' ORDER BY sort_key LIMIT 10",
        "SELECT VALUE id FROM oline WHERE search CONTAINS '草原' LIMIT 10",
        "SELECT VALUE o FROM slim WHERE string::contains(text, '不存在的') LIMIT 10",
        "SELECT VALUE o FROM slim WHERE text CONTAINS '不存在的' LIMIT 10",
        "SELECT VALUE o FROM slim WHERE text CONTAINS '草原' LIMIT 10",
        "SELECT VALUE o FROM slim WHERE kind = 'foundation' AND text CONTAINS '草原' LIMIT 10",
        "SELECT VALUE o FROM slim WHERE kind = 'foundation' LIMIT 50",
        "SELECT VALUE o FROM slim:['hai la er qu']..  WHERE kind = 'foundation' LIMIT 50",
        "SELECT VALUE id FROM organization WHERE kind = 'nothing' LIMIT 50",
        "SELECT VALUE id FROM organization WHERE search CONTAINS '不存在的' LIMIT 50",
        "SELECT VALUE id FROM organization WHERE string::contains(search, '不存在的') LIMIT 50",
        "SELECT VALUE id FROM organization WHERE search = /不存在的/ LIMIT 50",
        "SELECT count() FROM organization WHERE search CONTAINS '草原' GROUP ALL",
        "SELECT * FROM organization ORDER BY id DESC LIMIT 50",
    ];
    for sql in q {
        for pass in 0..3 {
            let t = Instant::now();
            let mut tries = w.db().select::<surrealdb::types::Value>("q", sql, []).await;
            let took = t.elapsed();
            if pass == 2 {
                let n = tries.as_mut().map(|r| r.len()).map_err(|e| e.to_string());
                println!("{took:?} {n:?} {sql}");
                let plan = w.db().select::<surrealdb::types::Value>("q", &format!("EXPLAIN {sql}"), []).await;
                println!(
                    "    {}",
                    plan.map(|p| format!("{p:?}").chars().take(500).collect::<String>())
                        .unwrap_or_default()
                        .replace("\\n", "\n    ")
                );
            }
        }
    }
}
