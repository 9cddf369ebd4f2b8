//! From where a request comes.

use poem::Request;

use crate::house::House;

/// The address of the client: as the connection says, or the proxy in front of it. A proxy adds the
/// address that it has seen at the end; what stands before that, the client may have written itself.
#[must_use]
pub fn of(house: &House, request: &Request) -> String {
    told(house.client_address_header.as_deref(), request)
}

fn told(header: Option<&str>, request: &Request) -> String {
    // A proxy may add a line of its own after those of the client.
    let lines = header.map(|name| request.headers().get_all(name));
    let told = lines.and_then(|lines| lines.iter().next_back()?.to_str().ok());
    match told.and_then(|list| list.rsplit(',').next()).map(str::trim).filter(|last| !last.is_empty()) {
        Some(last) => last.chars().take(64).collect(),
        None => request.remote_addr().as_socket_addr().map_or_else(String::new, |addr| addr.ip().to_string()),
    }
}

/// An address, or the part of it that a household or an office is given: who has one address of the newer kind
/// has as many as he likes.
#[must_use]
pub fn neighbourhood(address: &str) -> String {
    match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V6(address)) if address.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(other) => other.to_canonical().to_string(),
        Err(_) => address.to_owned(),
    }
}

/// Whether somebody on this very machine asks, and not through the proxy.
#[must_use]
pub fn is_this_machine(house: &House, request: &Request) -> bool {
    // A proxy on this machine says for whom it asks; one that does not must not pass `/metrics` on.
    let forwarded = ["forwarded", "x-forwarded-for", "x-real-ip"].iter().any(|name| request.header(name).is_some());
    !forwarded
        && of(house, request).parse::<std::net::IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use poem::Request;

    use super::{neighbourhood, told};

    #[test]
    fn what_the_client_wrote_itself_is_not_believed() {
        let lines = |lines: &[&'static str]| {
            let mut request = Request::builder();
            for line in lines {
                request = request.header("x-forwarded-for", *line);
            }
            told(Some("x-forwarded-for"), &request.finish())
        };
        assert_eq!(lines(&["10.0.0.7"]), "10.0.0.7");
        assert_eq!(lines(&["127.0.0.1, 10.0.0.7"]), "10.0.0.7");
        assert_eq!(lines(&["127.0.0.1", "10.0.0.7"]), "10.0.0.7");
        assert_eq!(lines(&[]), "");
        assert_eq!(told(None, &Request::builder().header("x-forwarded-for", "10.0.0.7").finish()), "");
    }

    #[test]
    fn an_address_stands_for_its_neighbourhood() {
        assert_eq!(neighbourhood("10.0.0.1"), "10.0.0.1");
        assert_eq!(neighbourhood("::ffff:10.0.0.1"), "10.0.0.1");
        assert_eq!(neighbourhood("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(neighbourhood("2001:db8:1:2::9"), "2001:db8:1:2::/64");
        assert_eq!(neighbourhood(""), "");
    }
}
