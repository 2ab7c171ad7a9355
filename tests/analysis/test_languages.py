"""In which language a text is written, and when that is not said."""

import pandas as pd
import pytest

from analysis import LANGUAGES, Corpus, guess_language, language_name, languages
from analysis.languages import stated_language

# The first article of the Universal Declaration of Human Rights, as the United Nations print it.
ARTICLE = {
    "ar": "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء.",
    "bg": "Всички хора се раждат свободни и равни по достойнство и права. Tе са надарени с разум и съвест и следва да се отнасят помежду си в дух на братство.",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "cs": "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím a mají spolu jednat v duchu bratrství.",
    "da": "Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft og samvittighed, og de bør handle mod hverandre i en broderskabets ånd.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل و وجدان می‌باشند و باید نسبت به یکدیگر با روح برادری رفتار کنند.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है। उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है।",
    "id": "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama. Mereka dikaruniai akal dan hati nurani dan hendaknya bergaul satu sama lain dalam semangat persaudaraan.",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza.",
    "ja": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand en geweten, en behoren zich jegens elkander in een geest van broederschap te gedragen.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, devem agir uns para com os outros em espírito de fraternidade.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft och samvete och bör handla gentemot varandra i en anda av broderskap.",
    "th": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
    "tr": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler.",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لیے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہیے۔",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi con người đều được tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu.",
    "zh": "人人生而自由,在尊严和权利上一律平等。",
}  # fmt: skip


# Malay is written almost alike, and of one sentence none can tell.
ONE_SENTENCE_IS_NOT_ENOUGH = {"id"}


@pytest.mark.parametrize("code", sorted(set(ARTICLE) - ONE_SENTENCE_IS_NOT_ENOUGH))
def test_the_language_of_a_short_text(code):
    assert guess_language(ARTICLE[code]) == code


@pytest.mark.parametrize("code", sorted(ONE_SENTENCE_IS_NOT_ENOUGH))
def test_nothing_is_said_between_neighbours(code):
    assert guess_language(ARTICLE[code]) == ""


@pytest.mark.parametrize(
    "text", ["", "1234 -- !!! 😀", "Trust in peace", "xqz " * 400], ids=["empty", "signs", "few words", "nonsense"]
)
def test_nothing_is_said_where_it_is_not_sure(text):
    assert guess_language(text) == ""


def test_languages_without_a_stop_list_are_told_as_well():
    swahili = "Tatizo kubwa la watu wote ni kwamba hawajui kuwa wanaweza kufanya mambo makubwa sana katika maisha yao."
    assert guess_language(swahili) == "sw" and language_name("sw") == "another language (sw)"
    assert Corpus.from_texts({"a": swahili}).stop_list == "none"


def test_each_bundled_text_looks_english(corpus):
    assert {guess_language(corpus.text(document)) for document in corpus.documents.index} == {"en"}


def test_a_quotation_changes_no_language():
    assert guess_language(f"{ARTICLE['en']} 人类命运共同体 {ARTICLE['en']}") == "en"
    assert guess_language(f"{ARTICLE['zh'] * 2} World Trade") == "zh"


@pytest.mark.parametrize(
    ("value", "code"),
    [("en", "en"), ("zh-Hans", "zh"), ("PT_br", "pt"), ("Norwegian", "no"), ("klingon", ""), (None, ""), (7, "")],
)
def test_the_metadata_name_a_language_by_code_or_name(value, code):
    assert stated_language(value) == code


def test_what_the_metadata_say_goes_before_what_the_text_looks_like():
    about = pd.DataFrame({"language": ["Indonesian", None]}, ["a", "b"])
    mixed = Corpus.from_texts({"a": ARTICLE["id"], "b": ARTICLE["fr"]}, about)
    assert mixed.language_of == {"a": "id", "b": "fr"} and mixed.languages == ("fr", "id")


def test_every_language_offered_has_a_name():
    assert [language_name(code) for code in LANGUAGES] == list(LANGUAGES.values())


def test_of_many_texts_some_are_looked_at(monkeypatch):
    monkeypatch.setattr(languages, "MOST_TEXTS", 2)
    words = "The people of this country want peace and they have worked for it."
    corpus = Corpus.from_texts({name: words for name in "abcde"}, pd.DataFrame({"language": ["fr"]}, index=["b"]))
    assert corpus.language_of == {"a": "en", "b": "fr", "c": "", "d": "en", "e": ""}
    assert corpus.languages == ("en", "fr")
