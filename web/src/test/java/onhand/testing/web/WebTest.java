package onhand.testing.web;

import io.onhand.Application;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import onhand.testing.PlatformTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole program over HTTP, on a free port and a real database, without the demo and
 * without rate limits. All such tests of one run share one program.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"onhand.limits=off", "onhand.demo=false", "logging.level.root=warn"})
@ContextConfiguration(initializers = PlatformTest.OnFreshDatabase.class)
public @interface WebTest {}
