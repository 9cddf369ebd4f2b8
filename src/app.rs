//! The composition root: from settings to a house, from a house to routes.

use std::sync::Arc;

use poem::{
    Endpoint, EndpointExt, IntoResponse, Response, Route, get, handler,
    http::{StatusCode, header},
    middleware::CatchPanic,
    web::Data,
};
use poem_openapi::{LicenseObject, OpenApiService};

use crate::{
    accounts::api::AccountsApi,
    accounts::api_export::AccountsExportApi,
    accounts::api_session::SessionApi,
    applications::api::ApplicationsApi,
    applications::api_export::ApplicationsExportApi,
    applications::api_intakes::IntakesApi,
    assessments::{api::AssessmentsApi, api_export::AssessmentsExportApi, api_rounds::RoundsApi},
    bases::api::BasesApi,
    bases::api_export::BasesExportApi,
    certificates::{api::CertificatesApi, api_export::CertificatesExportApi, api_public::PublicCertificatesApi},
    divisions::api::DivisionsApi,
    files::api::FilesApi,
    filings::{api::FilingsApi, api_authority::FilingsAuthorityApi, api_export::FilingsExportApi},
    house::SharedHouse,
    http::{address, allow::Allow, assets, pack::Pack, problem::Problem, shell::Shell},
    imports::api::ImportsApi,
    imports::api_export::ImportsExportApi,
    journal::api::HistoryApi,
    notices::api::NoticesApi,
    notices::api_export::NoticesExportApi,
    notices::api_public::PublicNoticesApi,
    organizations::api::OrganizationsApi,
    organizations::names_api::NamesApi,
    organizations::persons_api::PersonsApi,
    overview::api::OverviewApi,
    progress::{api::ProgressApi, api_export::ProgressExportApi, api_periods::PeriodsApi},
    residencies::{
        api::ResidenciesApi, api_agreements::AgreementsApi, api_export::ResidenciesExportApi, api_follow::FollowApi,
        api_proceedings::ProceedingsApi, api_renewals::RenewalsApi,
    },
    reviews::api::ReviewsApi,
    reviews::api_export::ReviewsExportApi,
    reviews::api_sheets::SheetsApi,
    settings::api::SettingsApi,
    spaces::api::SpacesApi,
    spaces::api_allocations::AllocationsApi,
    story::{api::StoryApi, api_export::StoryExportApi, api_value::ValueApi},
    workdays::api::WorkdaysApi,
};

/// All capabilities, in the order of the document; in groups, since a tuple holds sixteen at most.
type Apis = (Who, Ground, Work, Admission, Residency, Filing, Seen);
/// Who comes in and what they may.
type Who = (SessionApi, AccountsApi, AccountsExportApi);
/// What everything stands on: divisions, the calendar, bases, rules.
type Ground = (DivisionsApi, WorkdaysApi, BasesApi, BasesExportApi, SettingsApi);
/// The daily work of a base.
type Work = (OrganizationsApi, NamesApi, PersonsApi, SpacesApi, AllocationsApi, ImportsApi, ImportsExportApi);
/// How an organization comes to have a place.
type Admission = (
    IntakesApi,
    ApplicationsApi,
    ApplicationsExportApi,
    ReviewsApi,
    ReviewsExportApi,
    SheetsApi,
    NoticesApi,
    NoticesExportApi,
    PublicNoticesApi,
);
/// Help with being registered or recorded.
type Filing = (FilingsApi, FilingsAuthorityApi, FilingsExportApi);
/// What it has by an agreement, until it leaves.
type Residency = (
    AgreementsApi,
    ResidenciesApi,
    ResidenciesExportApi,
    FollowApi,
    ProceedingsApi,
    RenewalsApi,
    RoundsApi,
    AssessmentsApi,
    AssessmentsExportApi,
    (PeriodsApi, ProgressExportApi, ProgressApi),
    CertificatesExportApi,
    CertificatesApi,
    PublicCertificatesApi,
);
/// What is seen of it.
type Seen = (StoryApi, ValueApi, StoryExportApi, OverviewApi, FilesApi, HistoryApi);

/// The document's service over all capabilities.
pub fn api(house: &SharedHouse) -> OpenApiService<Apis, ()> {
    let h = || house.clone();
    OpenApiService::new(
        (
            (SessionApi(h()), AccountsApi(h()), AccountsExportApi(h())),
            (DivisionsApi(h()), WorkdaysApi(h()), BasesApi(h()), BasesExportApi(h()), SettingsApi(h())),
            (
                OrganizationsApi(h()),
                NamesApi(h()),
                PersonsApi(h()),
                SpacesApi(h()),
                AllocationsApi(h()),
                ImportsApi(h()),
                ImportsExportApi(h()),
            ),
            (
                IntakesApi(h()),
                ApplicationsApi(h()),
                ApplicationsExportApi(h()),
                ReviewsApi(h()),
                ReviewsExportApi(h()),
                SheetsApi(h()),
                NoticesApi(h()),
                NoticesExportApi(h()),
                PublicNoticesApi(h()),
            ),
            (
                AgreementsApi(h()),
                ResidenciesApi(h()),
                ResidenciesExportApi(h()),
                FollowApi(h()),
                ProceedingsApi(h()),
                RenewalsApi(h()),
                RoundsApi(h()),
                AssessmentsApi(h()),
                AssessmentsExportApi(h()),
                (PeriodsApi(h()), ProgressExportApi(h()), ProgressApi(h())),
                CertificatesExportApi(h()),
                CertificatesApi(h()),
                PublicCertificatesApi(h()),
            ),
            (FilingsApi(h()), FilingsAuthorityApi(h()), FilingsExportApi(h())),
            (StoryApi(h()), ValueApi(h()), StoryExportApi(h()), OverviewApi(h()), FilesApi(h()), HistoryApi(h())),
        ),
        "fuhua 孵化",
        env!("CARGO_PKG_VERSION"),
    )
    .description(include_str!("http/api.md"))
    .license(LicenseObject::new("Proprietary"))
}

/// The OpenAPI document as text with stable order and final newline.
#[must_use]
pub fn document(house: &SharedHouse) -> String {
    let mut value: serde_json::Value = serde_json::from_str(&api(house).spec()).unwrap_or_default();
    crate::http::examples::put_into(&mut value);
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}

/// An address beside the API is not one of the page's either.
#[handler]
fn nothing() -> Response {
    Problem::of(domain::code::Code::NotFound).into_response()
}

#[handler]
fn live() -> &'static str {
    "ok\n"
}

#[handler]
async fn ready(house: Data<&SharedHouse>) -> Response {
    match crate::accounts::setup::setup_done(&house).await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            StatusCode::SERVICE_UNAVAILABLE.with_body("database does not answer\n").into_response()
        }
    }
}

/// Compares without telling by the time how much of it was right.
fn same(a: &str, b: &str) -> bool {
    use sha2::{Digest, Sha256};
    Sha256::digest(a) == Sha256::digest(b)
}

#[handler]
fn metrics(house: Data<&SharedHouse>, request: &poem::Request) -> Response {
    // How busy a house is, and with what, is its own business.
    let word = request.header(header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
    let known = house.metrics_token.as_deref().is_some_and(|token| word.is_some_and(|word| same(word, token)));
    if !known && !address::is_this_machine(&house, request) {
        return Problem::unauthorized(domain::code::Code::NotSignedIn).into_response();
    }
    Response::builder()
        .content_type("application/openmetrics-text; version=1.0.0; charset=utf-8")
        .body(house.metrics.text(&house.db))
}

/// Everything that the service answers.
pub fn routes(house: &SharedHouse) -> impl Endpoint<Output = Response> + use<> {
    let service = api(house);
    let document = document(house);
    let allow = Arc::new(Allow::of(&serde_json::from_str(&document).unwrap_or_default()));
    let docs = crate::http::docs::page(service.swagger_ui_html());
    Route::new()
        .nest_no_strip("/api/v1", service)
        .at(
            "/api/openapi.json",
            get(poem::endpoint::make_sync(move |_| {
                Response::builder()
                    .content_type("application/json; charset=utf-8")
                    .header(header::CACHE_CONTROL, "no-cache")
                    .body(document.clone())
            })),
        )
        .at("/api/docs", get(docs))
        .at("/api/*", nothing)
        .at("/health/live", get(live))
        .at("/health/ready", get(ready))
        .at("/metrics", get(metrics))
        .at("/*", get(assets::page))
        .catch_all_error(|error| async move { Problem::from_poem(error) })
        .with(CatchPanic::new().with_handler(|_| {
            tracing::error!("a handler panicked");
            Problem::of(domain::code::Code::Internal)
        }))
        .data(house.clone())
        .with(Shell { house: house.clone(), allow })
        .with(Pack)
        .map_to_response()
}
