package io.onhand.web.live;

import io.onhand.identity.Operators;
import io.onhand.identity.People;
import io.onhand.identity.Role;
import io.onhand.relay.FailedRow;
import io.onhand.web.hooks.SigningTill;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.BrowserScript;
import onhand.testing.web.TwoPrograms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** Browsers on two programs that share a database. */
@Tag("browser")
class TwoProgramsBrowserTest {

    private static TwoPrograms programs;

    @BeforeAll
    static void startPrograms() {
        programs = TwoPrograms.start();
    }

    @AfterAll
    static void stopPrograms() {
        programs.close();
    }

    @Test
    void whatComesThroughTheHookOfOneProgramIsSeenOnPagesOfBoth() throws Exception {
        BeanFactory program = programs.program(0);
        TeaShop shop = TeaShop.open(program);
        BrowserScript.run(
                "two-programs.mjs",
                address(0),
                address(1),
                Browser.person(program, shop, Role.OWNER).email(),
                Browser.PASSWORD,
                shop.key(Role.OWNER),
                SigningTill.of(program, programs.port(0), shop).key(),
                SigningTill.SECRET);
    }

    @Test
    void anOperatorSeesBothPrograms() throws Exception {
        BeanFactory program = programs.program(0);
        FailedRow.of(program, TeaShop.open(program).tenant());
        var operator =
                program.getBean(People.class)
                        .create("sam@onhand.demo", "Sam Operator", Browser.PASSWORD);
        program.getBean(Operators.class).appoint(operator.id());
        BrowserScript.run("operate.mjs", address(0), operator.email(), Browser.PASSWORD);
    }

    private static String address(int which) {
        return "http://127.0.0.1:" + programs.port(which);
    }
}
