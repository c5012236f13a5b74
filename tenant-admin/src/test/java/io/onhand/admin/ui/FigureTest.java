package io.onhand.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, zero",
        "7, 7, +7, ''",
        "-2, −2, −2, neg",
        "-1412.5, '−1,412.5', '−1,412.5', neg",
        "100, 100, +100, ''",
        "1234567.000001, '1,234,567.000001', '+1,234,567.000001', ''",
    })
    void aNumberIsGroupedAndHasATrueMinus(
            String quantity, String text, String signed, String tone) {
        var figure = new Figure(Quantity.parse(quantity));
        assertThat(figure).hasToString(text);
        assertThat(figure.signed()).isEqualTo(signed);
        assertThat(figure.tone()).isEqualTo(tone);
    }
}
