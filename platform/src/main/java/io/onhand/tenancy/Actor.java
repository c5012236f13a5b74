package io.onhand.tenancy;

/**
 * Who does something.
 *
 * @param type what kind of actor
 * @param id its id; a person is named by id only, so that erasing one does not touch the trail
 */
public record Actor(Type type, String id) {

    public static final int ID_LENGTH_MAX = 64;

    /** The kinds of actors. */
    public enum Type {
        PERSON("person"),
        API_KEY("api-key"),
        CONNECTION("connection"),
        SYSTEM("system");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The word in tables and answers. */
        public String word() {
            return word;
        }

        /**
         * The kind of a word.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Type ofWord(String word) {
            for (Type type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no kind of actor: " + word);
        }
    }

    public Actor {
        if (id.isEmpty() || id.length() > ID_LENGTH_MAX) {
            throw new IllegalArgumentException("actor id of " + id.length() + " characters");
        }
    }

    /** The program itself, in the named job. */
    public static Actor system(String job) {
        return new Actor(Type.SYSTEM, job);
    }
}
