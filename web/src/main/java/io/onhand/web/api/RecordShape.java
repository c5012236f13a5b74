package io.onhand.web.api;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the components of a record type say about the JSON that it is read from. */
record RecordShape(Constructor<?> constructor, List<Field> fields, Map<String, Field> byName) {

    private static final ClassValue<RecordShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return derive(type);
                }
            };

    /** Characters of a text whose component sets no other limit. */
    static final int TEXT_LENGTH_MAX = 2_000;

    /** Elements of a list whose component sets no other limit. */
    private static final int LIST_SIZE_MAX = 1_000;

    /**
     * One component.
     *
     * @param type of the value, or of the elements of a list
     * @param optional may be left out
     * @param inPatch is a {@link Given}
     * @param erasable may be given as null in a patch
     * @param erasableTexts its texts may be, each by its name
     * @param isCode is a code or SKU
     * @param sizeSet whether the component itself sets limits to its size
     * @param sign the smallest sign that a number may have: -1, 0 or 1
     */
    record Field(
            String name,
            Class<?> type,
            boolean isList,
            boolean optional,
            boolean inPatch,
            boolean erasable,
            boolean erasableTexts,
            boolean isCode,
            int sign,
            boolean sizeSet,
            int sizeMin,
            int sizeMax) {}

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    Object make(List<@Nullable Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    private static RecordShape derive(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Field> fields = Arrays.stream(components).map(RecordShape::field).toList();
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(
                    constructor,
                    fields,
                    fields.stream().collect(Collectors.toMap(Field::name, Function.identity())));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    private static Field field(RecordComponent component) {
        AnnotatedType outer = component.getAnnotatedType();
        boolean patch = component.getType() == Given.class;
        AnnotatedType inner = patch ? argument(outer, 0) : outer;
        boolean list = raw(inner) == List.class;
        boolean code = component.isAnnotationPresent(Code.class);
        Size size = component.getAccessor().getAnnotation(Size.class);
        return new Field(
                component.getName(),
                raw(list ? argument(inner, 0) : inner),
                list,
                isNullable(outer) && !patch,
                patch,
                isNullable(inner),
                raw(inner) == Map.class && isNullable(argument(inner, 1)),
                code,
                sign(component),
                size != null || code,
                size == null ? (code ? 1 : 0) : size.min(),
                size != null ? size.max() : code ? Code.LENGTH_MAX : most(list));
    }

    private static int most(boolean list) {
        return list ? LIST_SIZE_MAX : TEXT_LENGTH_MAX;
    }

    private static int sign(RecordComponent component) {
        if (component.getAccessor().isAnnotationPresent(Positive.class)) {
            return 1;
        }
        return component.getAccessor().isAnnotationPresent(PositiveOrZero.class) ? 0 : -1;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType argument(AnnotatedType type, int number) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[number];
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof java.lang.reflect.ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type.getType();
    }
}
