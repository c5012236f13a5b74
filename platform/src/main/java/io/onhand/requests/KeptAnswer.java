package io.onhand.requests;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a request was answered.
 *
 * @param bodyHash SHA-256 of the request's body in normal form; an answer is given again to the
 *     same body only
 * @param status the HTTP status
 * @param location where what was made can be read, if anything was
 * @param json the body of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isFor, nowhere else
public record KeptAnswer(byte[] bodyHash, int status, @Nullable String location, String json) {

    /** Whether it answers a request with this body. */
    public boolean isFor(byte[] otherHash) {
        return Arrays.equals(bodyHash, otherHash);
    }
}
