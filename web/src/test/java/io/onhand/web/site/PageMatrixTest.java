package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.catalog.NewVariant;
import io.onhand.identity.Permission;
import io.onhand.identity.Role;
import io.onhand.web.hooks.SigningTill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever pages and forms there are below {@code /app}: each role, and another tenant. */
@WebTest
class PageMatrixTest {

    private static final String ANY_PAGE_WITH_A_FORM = "/app/stock";

    /** Where nothing else is; everybody is told so. */
    private static final String NOWHERE = "/app/**";

    /** The answer of a vendor; here nobody waits for one. */
    private static final String AWAITED = "/app/connect/back";

    /** Names of what a tenant has. */
    private static final Pattern OF_A_TENANT = Pattern.compile(".*\\{(sku|location|code|id)}.*");

    /** What forms ask for, so that none is told first that it is not filled in. */
    private static final String[] FILLED_IN = {
        "page", "stock", "external", "V-TEA", "sku", "OWN-TEA", "paused", "true"
    };

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private TeaShop shop;
    private Map<String, String> names;

    private record Way(RequestMethod method, String pattern, Permission needed) {}

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        shop.product("Own tea", NewVariant.of("OWN-TEA", "1 kg"));
        var till = SigningTill.of(program, port, shop);
        assertThat(till.send(SigningTill.sale("S-1", "OWN-TEA", "1"))).isEqualTo(200);
        String delivery =
                new Api(port, shop.key(Role.OWNER))
                        .get("/api/v1/deliveries")
                        .json()
                        .at("/items/0/id")
                        .asString();
        names =
                Map.of(
                        "{page}",
                        "stock",
                        "{sku}",
                        "OWN-TEA",
                        "{location}",
                        "LONDON",
                        "{code}",
                        till.code(),
                        "{id}",
                        delivery);
    }

    @Test
    void everyPageAndEveryFormNamesTheRightThatItNeeds() {
        assertThat(ways()).hasSizeGreaterThan(20);
    }

    @Test
    void whoseRoleHasNotTheRightIsRefusedAndWhoseHasIsNot() {
        for (Role role : Role.values()) {
            var browser = Browser.of(port, program, shop, role);
            for (Way way : ways()) {
                if (!role.may(way.needed())) {
                    assertThat(status(browser, way)).as("%s: %s", role, way).isEqualTo(403);
                } else if (way.method() == RequestMethod.GET) {
                    assertThat(status(browser, way))
                            .as("%s: %s", role, way)
                            .isEqualTo(way.pattern().equals(AWAITED) ? 404 : 200);
                }
            }
        }
    }

    @Test
    void whatIsAnotherTenantsIsNotThereOnAnyPageNorForAnyForm() {
        var stranger = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        for (Way way : ways()) {
            if (OF_A_TENANT.matcher(way.pattern()).matches()) {
                assertThat(status(stranger, way)).as("%s", way).isEqualTo(404);
            }
        }
    }

    @Test
    void whoIsNotSignedInSeesNothing() {
        for (Way way : ways()) {
            if (way.method() == RequestMethod.GET) {
                var page = new Browser(port).get(path(way));
                assertThat(page.location()).as("%s", way).startsWith("/sign-in?next=");
            }
        }
    }

    private int status(Browser browser, Way way) {
        return way.method() == RequestMethod.GET
                ? browser.get(path(way)).status()
                : browser.submit(ANY_PAGE_WITH_A_FORM, path(way), FILLED_IN).status();
    }

    private String path(Way way) {
        String path = way.pattern();
        for (var name : names.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return path;
    }

    private List<Way> ways() {
        var ways = new ArrayList<Way>();
        mappings.getHandlerMethods()
                .forEach(
                        (mapping, handler) -> {
                            for (String pattern : mapping.getPatternValues()) {
                                if (pattern.startsWith("/app") && !pattern.equals(NOWHERE)) {
                                    ways.add(way(mapping, pattern, handler));
                                }
                            }
                        });
        return ways;
    }

    private static Way way(RequestMappingInfo mapping, String pattern, HandlerMethod handler) {
        var needs = handler.getMethodAnnotation(PageNeeds.class);
        if (needs == null) {
            throw new AssertionError(pattern + " names no right");
        }
        return new Way(
                mapping.getMethodsCondition().getMethods().iterator().next(),
                pattern,
                needs.value());
    }
}
