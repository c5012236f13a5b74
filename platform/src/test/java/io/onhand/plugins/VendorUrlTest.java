package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two readers could take for two different hosts is no address. */
class VendorUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.vendor.example, api.vendor.example, /",
        "https://api.vendor.example/v2/orders, api.vendor.example, /v2/orders",
        "https://api.vendor.example?limit=1, api.vendor.example, /?limit=1",
        "https://api.vendor.example/v2/a%2Fb?cursor=a%3D%3D&x=1, api.vendor.example,"
                + " /v2/a%2Fb?cursor=a%3D%3D&x=1",
    })
    void aHostInLowerCaseAndAPathAreAnAddress(String text, String host, String path) {
        assertThat(VendorUrl.of(text)).contains(new VendorUrl(host, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://api.vendor.example/",
                "HTTPS://api.vendor.example/",
                "https:/api.vendor.example/",
                "https:\\\\api.vendor.example/",
                "//api.vendor.example/",
                "https://API.vendor.example/",
                "https://api.vendor.example./",
                "https://api..vendor.example/",
                "https://-api.vendor.example/",
                "https://api_x.vendor.example/",
                "https://api.vendor.example:443/",
                "https://api.vendor.example:/",
                "https://user@api.vendor.example/",
                "https://user:word@api.vendor.example/",
                "https://api.vendor.example@evil.example/",
                "https://api.vendor.example\\@evil.example/",
                "https://evil.example#@api.vendor.example/",
                "https://api.vendor.example/#top",
                "https://api.vendor.example\\evil",
                "https://api.vendor.example%2eevil.example/",
                "https://api.vendor.example\r\nHost: evil.example/",
                "https://api.vendor.example/\r\nX: y",
                "https://api.vendor.example/a b",
                " https://api.vendor.example/",
                "https://api.vendor.example/ ",
                "https://api.vendor.example/%",
                "https://api.vendor.example/%4",
                "https://api.vendor.example/%zz",
                "https://api.vendor.example/../inside",
                "https://api.vendor.example/a/./b",
                "https://api.vendor.example/a/..",
                "https://api.vendor.example/%2e%2E/inside",
                "https://api.vendor.example/${secret:token}",
                "https://api.vendor.example/[x]",
                "https://äpi.vendor.example/",
                "https://аpi.vendor.example/",
                "https://vendor/",
                "https://localhost/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https:///",
                "https://",
                "javascript:alert(1)",
                "file:///etc/passwd",
            })
    void everythingElseIsNone(String text) {
        assertThat(VendorUrl.of(text)).isEmpty();
    }

    @Test
    void anAddressHasAnEnd() {
        String longest = "https://api.vendor.example/" + "a".repeat(VendorUrl.LENGTH_MAX);
        assertThat(VendorUrl.of(longest)).isEmpty();
        assertThat(VendorUrl.of(longest.substring(0, VendorUrl.LENGTH_MAX))).isPresent();
        assertThat(VendorUrl.of("https://" + "a.".repeat(3_000) + "example/")).isEmpty();
    }
}
