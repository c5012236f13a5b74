package io.onhand.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Beans are named after their classes, also those that only some programs have. */
@AnalyzeClasses(packages = "io.onhand", importOptions = TheProgram.class)
class BeanNamesTest {

    @ArchTest
    static void noTwoBeansShareAName(JavaClasses classes) {
        var named = new TreeMap<String, TreeSet<String>>();
        for (JavaClass type : classes) {
            if (!type.isNestedClass()
                    && (type.isAnnotatedWith(Component.class)
                            || type.isMetaAnnotatedWith(Component.class))) {
                named.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName());
            }
        }
        named.values().removeIf(types -> types.size() == 1);
        assertThat(named).as("the program would not start with both").isEmpty();
    }
}
