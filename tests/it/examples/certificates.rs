//! Examples of certificates: one that is replaced, and the new one revoked.

use serde_json::{Value, json};

use crate::{certificates, world::World};

/// A certificate, how anybody sees it, and what may be done with it.
pub async fn certified(w: &World) -> Vec<(&'static str, Value)> {
    let city = w.supervisor().await;
    let view = certificates::graduated(w, "B03", "萤火公益社").await;
    let of = format!("/certificates?residency={}", view["id"].as_str().expect("an id"));
    let list = city.get(&of).await.ok();
    let first = certificates::certificate_of(w, &view).await;
    let path = format!("/certificates/{}", first["id"].as_str().expect("an id"));
    let mut all = vec![("certificates_list", list), ("certificates_show", city.get(&path).await.ok())];
    let code = first["code"].as_str().expect("a code");
    all.push(("public_certificate", w.nobody().get(&format!("/public/certificates/{code}")).await.ok()));
    let why = json!({"reason": "名称有误"});
    let new = city.post(&format!("{path}/replace"), why.clone()).await.created();
    let path = format!("/certificates/{}", new["id"].as_str().expect("an id"));
    all.push(("certificates_replace", new));
    all.push(("certificates_revoke", city.post(&format!("{path}/revoke"), why).await.ok()));
    all
}
