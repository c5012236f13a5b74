package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.254",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
            })
    void whatIsInsideOrInDisguiseIsNotPublic(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "198.17.0.1",
                "223.1.1.1",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888",
            })
    void whatAnybodyMayAskIsPublic(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameLeadsToItsFirstAddressAlone() throws UnknownHostException {
        var addresses = new PublicAddresses(host -> literals("1.1.1.1", "2606:4700::1111"));
        assertThat(addresses.resolve("api.vendor.example")).containsExactly(literals("1.1.1.1"));
    }

    @Test
    void aNameWithOneAddressInsideLeadsNowhere() {
        var addresses = new PublicAddresses(host -> literals("1.1.1.1", "127.0.0.1"));
        assertThatThrownBy(() -> addresses.resolve("api.vendor.example"))
                .isInstanceOf(PublicAddresses.NotPublic.class);
    }

    @Test
    void aNameWithoutAnAddressLeadsNowhere() {
        var addresses = new PublicAddresses(host -> new InetAddress[0]);
        assertThatThrownBy(() -> addresses.resolve("api.vendor.example"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(PublicAddresses.NotPublic.class);
    }

    private static InetAddress[] literals(String... texts) {
        return Arrays.stream(texts).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
