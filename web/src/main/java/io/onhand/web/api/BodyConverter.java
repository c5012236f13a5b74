package io.onhand.web.api;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.JsonNode;

/**
 * Reads a handler's {@code @RequestBody} record from strict JSON and leaves the hash of what it
 * read with the request.
 */
class BodyConverter extends AbstractHttpMessageConverter<Object> {

    BodyConverter() {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        JsonNode root = StrictJson.read(message);
        var faults = new Faults();
        Object body = RecordReader.read(root, type, faults);
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(
                        BodyHash.ATTRIBUTE, BodyHash.of(root), RequestAttributes.SCOPE_REQUEST);
        faults.refuseIfAny();
        return Objects.requireNonNull(body, "a body without faults was read");
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("reads only");
    }
}
