package io.onhand.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final byte[] SECRET = "whsec_of-a-till".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HERE = {1};
    private static final byte[] ELSEWHERE = {2};

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        var box = box(key(0));
        byte[] sealed = box.seal(SECRET, HERE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec");
        assertThat(box.open(sealed, HERE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open(sealed, ELSEWHERE)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] sealed = box(key(0)).seal(SECRET, HERE);
        var box = box(key(1));
        assertThatThrownBy(() -> box.open(sealed, HERE)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void aKeyBeforeOpensWhatItSealedAndSealsNothingMore() {
        byte[] old = box(key(0)).seal(SECRET, HERE);
        var box = box(key(2), key(1), key(0));
        assertThat(box.open(old, HERE)).isEqualTo(SECRET);
        assertThat(box.isCurrent(old)).isFalse();
        byte[] anew = box.seal(SECRET, HERE);
        assertThat(box.isCurrent(anew)).isTrue();
        assertThat(box(key(2)).open(anew, HERE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box(key(0)).open(anew, HERE)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void whatIsNoSealedSecretDoesNotOpen() {
        var box = box(key(0));
        assertThat(box.isCurrent(new byte[3])).isFalse();
        assertThatThrownBy(() -> box.open(new byte[3], HERE)).isInstanceOf(WrongMasterKey.class);
        assertThatThrownBy(() -> box.open(new byte[99], HERE)).isInstanceOf(WrongMasterKey.class);
    }

    private static SecretBox box(MasterKey now, MasterKey... before) {
        return new SecretBox(new MasterKeys(now, List.of(before)));
    }

    private static MasterKey key(int first) {
        byte[] bytes = new byte[MasterKey.KEY_BYTES];
        bytes[0] = (byte) first;
        return new MasterKey(bytes);
    }
}
