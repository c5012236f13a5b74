package onhand.testing.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of a program that answers nobody but operators. They show {@link #METRICS_TOKEN}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebTest
@TestPropertySource(
        properties = {
            "onhand.roles=worker,plugins",
            "onhand.metrics.token=" + WorkerTest.METRICS_TOKEN,
            "management.prometheus.metrics.export.enabled=true"
        })
public @interface WorkerTest {

    /** Opens the metrics. */
    String METRICS_TOKEN = "for-prometheus";
}
