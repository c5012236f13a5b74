package io.onhand.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final byte[] SECRET = "whsec_of-a-till".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HERE = {1};
    private static final byte[] ELSEWHERE = {2};

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        var box = new SecretBox(new MasterKey(new byte[32]));
        byte[] sealed = box.seal(SECRET, HERE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec");
        assertThat(box.open(sealed, HERE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open(sealed, ELSEWHERE)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] sealed = new SecretBox(new MasterKey(new byte[32])).seal(SECRET, HERE);
        byte[] other = new byte[32];
        other[0] = 1;
        var box = new SecretBox(new MasterKey(other));
        assertThatThrownBy(() -> box.open(sealed, HERE)).isInstanceOf(WrongMasterKey.class);
    }
}
