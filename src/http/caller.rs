//! Who asks: found from the cookie or the token before the handler runs, and named by it as an act.

use std::{marker::PhantomData, ops::Deref};

use domain::{
    access::{self, Action, Facts, Principal, Reached},
    code::Code,
    refusal::Refusal,
};
use poem::{Request, RequestBody, Result};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaSecurityScheme, Registry},
};

use super::{act::Act, context, problem::Problem};
use crate::journal::Acting;

/// Who asks, as the session or the token says; put into the request by the shell.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The account and its roles.
    pub principal: Principal,
    /// Record key of the session, when a cookie was used.
    pub session: Option<String>,
    /// The cross-site token of the session.
    pub csrf: Option<String>,
    /// The password must be changed before anything else.
    pub must_change_password: bool,
    /// When the request came.
    pub now: chrono::DateTime<chrono::Utc>,
    /// The same on the machine's steady clock.
    pub since: std::time::Instant,
}

impl Caller {
    /// As the journal names the caller, in the role that allowed the act.
    #[must_use]
    pub fn acting(&self, role: Option<access::Role>) -> Acting {
        Acting {
            account: Some(self.principal.account),
            name: self.principal.name.clone(),
            role,
            at: self.now,
            since: self.since,
            request: context::current().request,
        }
    }

    /// Decides an act on a thing that is seen by `reads`.
    ///
    /// # Errors
    /// `not_found` or `not_allowed`.
    pub fn allow(&self, action: Action, reads: Action, facts: &Facts) -> Result<Acting, Refusal> {
        access::decide(&self.principal, action, reads, facts).map(|role| self.acting(Some(role)))
    }

    /// Whether the caller may do an act on a thing now; the reason if not.
    #[must_use]
    pub fn can(&self, action: Action, facts: &Facts) -> Option<Code> {
        match self.principal.role_for(action, facts) {
            None => Some(Code::NotAllowed),
            Some(_) if !self.principal.writes => Some(Code::TokenReadsOnly),
            Some(_) => None,
        }
    }

    /// How far the caller sees, for lists.
    ///
    /// # Errors
    /// `not_allowed` when no role of the caller does this at all.
    pub fn reach(&self, action: Action) -> Result<Reached, Refusal> {
        match self.principal.reach(action) {
            Reached::Nothing => Err(Refusal::forbidden(Code::NotAllowed).with("action", action.as_str())),
            reached => Ok(reached),
        }
    }
}

/// The caller, in the act that the handler is. A caller none of whose roles ever does the act is
/// refused before anything is looked up.
#[derive(Debug)]
pub struct By<A>(Caller, PhantomData<A>);

impl<A> Deref for By<A> {
    type Target = Caller;
    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl<'a, A: Act> ApiExtractor<'a> for By<A> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme(
            "session",
            MetaSecurityScheme {
                ty: "apiKey",
                description: Some("Cookie of a signed-in browser; unsafe methods also need `X-CSRF-Token`."),
                name: Some("fuhua_session"),
                key_in: Some("cookie"),
                scheme: None,
                bearer_format: None,
                flows: None,
                openid_connect_url: None,
            },
        );
        registry.create_security_scheme(
            "token",
            MetaSecurityScheme {
                ty: "http",
                description: Some("Personal API token."),
                name: None,
                key_in: None,
                scheme: Some("bearer"),
                bearer_format: None,
                flows: None,
                openid_connect_url: None,
            },
        );
    }

    fn security_schemes() -> Vec<&'static str> {
        vec!["session", "token"]
    }

    async fn from_request(request: &'a Request, _body: &mut RequestBody, _: ExtractParamOptions<()>) -> Result<Self> {
        let caller =
            request.extensions().get::<Caller>().cloned().ok_or_else(|| Problem::unauthorized(Code::NotSignedIn))?;
        if caller.must_change_password && A::ACTION != Action::AccountSelf {
            return Err(Problem::of(Code::PasswordExpired).into());
        }
        if !caller.principal.ever(A::ACTION) && !A::ALSO.iter().any(|action| caller.principal.ever(*action)) {
            return Err(Problem::from(Refusal::forbidden(Code::NotAllowed).with("action", A::ACTION.as_str())).into());
        }
        Ok(Self(caller, PhantomData))
    }
}
