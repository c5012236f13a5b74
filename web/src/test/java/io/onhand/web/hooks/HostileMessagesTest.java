package io.onhand.web.hooks;

import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class HostileMessagesTest {

    private static final int BODIES = 400;

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    @Test
    void randomBodiesGetDocumentedAnswersAndGoodOnesBesideThemArePosted() throws Exception {
        new HostileSenders(program, port).send(BODIES);
    }
}
