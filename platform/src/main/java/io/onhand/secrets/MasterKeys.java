package io.onhand.secrets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The master keys that there are.
 *
 * @param now seals
 * @param before open what they sealed when they were the key
 */
record MasterKeys(MasterKey now, List<MasterKey> before) {

    MasterKeys {
        before = List.copyOf(before);
    }

    /**
     * The key of a name that stands in these bytes.
     *
     * @param from where it begins
     */
    Optional<MasterKey> named(byte[] bytes, int from) {
        byte[] name = Arrays.copyOfRange(bytes, from, from + MasterKey.NAME_BYTES);
        return Stream.concat(Stream.of(now), before.stream())
                .filter(key -> Arrays.equals(key.name(), name))
                .findFirst();
    }
}
