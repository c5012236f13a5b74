package io.onhand.web.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.Tool;
import onhand.testing.web.TwoPrograms;
import org.junit.jupiter.api.Test;

class TokensAcrossProgramsTest {

    @Test
    void whatOneProgramBeganTheOtherGoesOnWith() {
        try (var both =
                TwoPrograms.start(program -> {}, "--onhand.public.url=http://onhand.test")) {
            var shop = TeaShop.open(both.program(0));
            var browser = Browser.of(both.port(0), both.program(0), shop, Role.MANAGER);
            var tool = new Tool(both.port(0));
            String code = Tool.parameter(tool.consent(browser), "code");
            var answer = tool.exchange(both.port(1), code, tool.verifier());
            var tokens = Tool.tokens(answer);
            for (int which = 0; which < 2; which++) {
                var api = new Api(both.port(which), tokens.access());
                assertThat(api.get("/api/v1/locations").status()).isEqualTo(200);
            }
            assertThat(tool.refresh(tokens.refresh()).status()).isEqualTo(200);
            assertThat(tool.exchange(both.port(1), code, tool.verifier()).status()).isEqualTo(400);
        }
    }
}
