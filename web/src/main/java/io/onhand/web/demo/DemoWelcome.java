package io.onhand.web.demo;

import io.onhand.web.start.PublicUrl;
import io.onhand.web.start.Welcome;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells who started the program where to look and which keys to use. */
@Component
@OnDemo
class DemoWelcome implements Welcome {

    private final PublicUrl url;

    DemoWelcome(PublicUrl url) {
        this.url = url;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("  Stock as it moves:  " + url.value() + "/demo");
        lines.add("  A till to press:    " + url.value() + "/demo/till");
        lines.add("  Sign in:            " + url.value() + "/sign-in");
        DemoPerson.ALL.forEach(person -> lines.add(line(person)));
        lines.add("  API and its keys:   " + url.value() + "/swagger-ui.html");
        DemoKey.LEAF.forEach(key -> lines.add(line(key, "Leaf & Kettle")));
        lines.add(line(DemoKey.LAST, "North Bikes"));
        return lines;
    }

    private static String line(DemoPerson person) {
        return "    %-26s %s, password %s"
                .formatted(person.email(), person.title(), DemoPerson.PASSWORD);
    }

    private static String line(DemoKey key, String whose) {
        return "    %-26s %s, %s".formatted(key.text(), whose, key.name());
    }
}
