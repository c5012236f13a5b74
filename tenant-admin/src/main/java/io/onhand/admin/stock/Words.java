package io.onhand.admin.stock;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of this package's pages, from {@code messages/stock.properties}. */
@Component
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A sentence.
     *
     * @param key after {@code stock.}
     * @param parts what is put into it, by its text
     */
    String say(String key, Object... parts) {
        Object[] texts = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].toString();
        }
        return messages.getMessage("stock." + key, texts, Locale.UK);
    }
}
