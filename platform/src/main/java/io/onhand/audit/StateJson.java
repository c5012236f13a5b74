package io.onhand.audit;

import java.lang.reflect.RecordComponent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * How states are kept: JSON with a fixed order of fields, typed ids, quantities and words as text.
 */
final class StateJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().annotationIntrospector(new ValuesAsText()).build();

    private StateJson() {}

    static @Nullable String write(@Nullable Object state) {
        return state == null ? null : MAPPER.writeValueAsString(state);
    }

    /** A record of one id or one number is a value, not an object. */
    private static class ValuesAsText extends JacksonAnnotationIntrospector {

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedClass type && isValue(type.getRawType())) {
                return ToStringSerializer.class;
            }
            return super.findSerializer(config, annotated);
        }

        /** The words of answers: {@code negative-stock}. */
        @Override
        public Object findEnumNamingStrategy(MapperConfig<?> config, AnnotatedClass type) {
            return EnumNamingStrategies.KebabCaseStrategy.class;
        }

        private static boolean isValue(Class<?> type) {
            if (!type.isRecord()) {
                return false;
            }
            RecordComponent[] parts = type.getRecordComponents();
            return parts.length == 1
                    && (parts[0].getType() == UUID.class || parts[0].getType() == long.class);
        }
    }
}
