package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:text/html,hello",
                "file:///etc/passwd",
                "android-app://com.google.android.gm",
                "//example.com/page",
                "/page",
                "https://",
                "https:///page",
                "http://exa mple.com/",
                "http://<script>/",
            })
    void is_no_web_page(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @Test
    void keeps_what_a_strict_parser_refuses() {
        String odd = "http://example.com/a b?q=[1]|{2}#中文";

        assertThat(WebAddress.parse(odd)).map(WebAddress::text).contains(odd);
    }

    @Test
    void forgets_a_name_and_password() {
        assertThat(WebAddress.parse("HTTPS://Me:Secret@Example.com:8443/Path?x=1"))
                .map(WebAddress::text)
                .contains("https://example.com:8443/Path?x=1");
    }

    @Test
    void cuts_at_two_thousand_characters() {
        String address = "https://example.com/" + "x".repeat(5_000);

        assertThat(WebAddress.parse(address).map(WebAddress::text).orElseThrow()).hasSize(2_000);
    }
}
