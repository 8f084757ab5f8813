import type { OneOrMore } from '../random.ts';

/** Where a user lives, and what names, streets and money look like there. */
export interface Country {
  readonly code: string;
  readonly language: string;
  readonly currency: string;
  /** Tax on top of the price, in whole percent. */
  readonly taxPercent: number;
  readonly familyNameFirst?: true;
  readonly givenNames: OneOrMore<string>;
  readonly familyNames: OneOrMore<string>;
  /** City and region. */
  readonly cities: OneOrMore<readonly [string, string?]>;
  readonly streets: OneOrMore<string>;
  readonly houseNumberFirst?: true;
  /** `#` stands for a digit. */
  readonly postalCode: string;
}

export const countries: OneOrMore<Country> = [
  {
    code: 'DE',
    language: 'de',
    currency: 'EUR',
    taxPercent: 19,
    givenNames: ['Anna', 'Jürgen', 'Lena', 'Matthias', 'Sabine', 'Torsten', 'Ümit', 'Käthe'],
    familyNames: ['Müller', 'Schmidt', 'Weiß', 'Krüger', 'von der Heide', 'Yıldız', 'Hofmann', 'Groß'],
    cities: [['Berlin'], ['Köln'], ['München'], ['Görlitz'], ['Leipzig']],
    streets: ['Lindenstraße', 'Am Alten Markt', 'Gartenweg', 'Königsallee'],
    postalCode: '#####',
  },
  {
    code: 'FR',
    language: 'fr',
    currency: 'EUR',
    taxPercent: 20,
    givenNames: ['Chloé', 'François', 'Maëlys', 'Noël', 'Zoé', 'Étienne'],
    familyNames: ["d'Aubigné", 'Lefèvre', 'Moreau', 'Garçon', 'Bénard', 'Le Goff'],
    cities: [['Paris'], ['Lyon'], ['Saint-Étienne'], ["L'Haÿ-les-Roses"]],
    streets: ['rue de la Paix', 'avenue des Tilleuls', 'place du Marché'],
    houseNumberFirst: true,
    postalCode: '#####',
  },
  {
    code: 'ES',
    language: 'es',
    currency: 'EUR',
    taxPercent: 21,
    givenNames: ['María José', 'Íñigo', 'Begoña', 'Ángel', 'Nuria'],
    familyNames: ['García López', 'Núñez', 'Ibáñez Ruiz', 'Peña'],
    cities: [
      ['Madrid', 'Madrid'],
      ['A Coruña', 'Galicia'],
      ['Logroño', 'La Rioja'],
    ],
    streets: ['Calle Mayor', 'Avenida de la Constitución', 'Plaza de España'],
    postalCode: '#####',
  },
  {
    code: 'GB',
    language: 'en',
    currency: 'GBP',
    taxPercent: 20,
    givenNames: ['Alice', 'Siân', 'Callum', 'Priya', 'Oluwaseun', 'Niamh'],
    familyNames: ["O'Connor", 'Smith-Jones', 'Patel', 'Adeyemi', 'Llewellyn'],
    cities: [['London'], ['Leeds'], ['Llanfairpwllgwyngyll', 'Anglesey'], ['Stoke-on-Trent']],
    streets: ['High Street', "King's Road", 'Station Approach'],
    houseNumberFirst: true,
    postalCode: 'SW## #AB',
  },
  {
    code: 'US',
    language: 'en',
    currency: 'USD',
    taxPercent: 8,
    givenNames: ['Emma', 'Liam', 'Xóchitl', 'DeShawn', 'Mary-Kate', 'J.R.'],
    familyNames: ['Johnson', 'Nguyen', 'Rodríguez', "O'Neal", 'Begay'],
    cities: [
      ['Austin', 'TX'],
      ['Coeur d’Alene', 'ID'],
      ['New York', 'NY'],
      ['Truth or Consequences', 'NM'],
    ],
    streets: ['Main St', 'Martin Luther King Jr. Blvd', 'County Road 12'],
    houseNumberFirst: true,
    postalCode: '#####',
  },
  {
    code: 'SE',
    language: 'sv',
    currency: 'SEK',
    taxPercent: 25,
    givenNames: ['Åsa', 'Björn', 'Örjan', 'Linnéa'],
    familyNames: ['Lindqvist', 'Åkesson', 'Sjöström'],
    cities: [['Malmö'], ['Göteborg'], ['Å']],
    streets: ['Storgatan', 'Östra Ågatan'],
    postalCode: '### ##',
  },
  {
    code: 'JP',
    language: 'ja',
    currency: 'JPY',
    taxPercent: 10,
    familyNameFirst: true,
    givenNames: ['さくら', '大翔', '陽葵', '健太郎', 'ユウコ'],
    familyNames: ['佐藤', '髙橋', '渡邊', '東海林', '小鳥遊'],
    cities: [
      ['渋谷区', '東京都'],
      ['大阪市北区', '大阪府'],
      ['那覇市', '沖縄県'],
    ],
    streets: ['神宮前', '梅田', '首里金城町'],
    postalCode: '###-####',
  },
  {
    code: 'CN',
    language: 'zh-Hans',
    currency: 'CNY',
    taxPercent: 13,
    familyNameFirst: true,
    givenNames: ['伟', '秀英', '𠮷祥', '子涵'],
    familyNames: ['王', '欧阳', '李', '诸葛'],
    cities: [
      ['成都市', '四川省'],
      ['北京市', '北京市'],
    ],
    streets: ['人民南路', '建国门外大街'],
    postalCode: '######',
  },
  {
    code: 'KW',
    language: 'ar',
    currency: 'KWD',
    taxPercent: 0,
    givenNames: ['فاطمة', 'عبد الرحمن', 'مريم', 'يوسف'],
    familyNames: ['الصباح', 'العتيبي', 'المطيري'],
    cities: [
      ['مدينة الكويت', 'العاصمة'],
      ['السالمية', 'حولي'],
    ],
    streets: ['شارع الخليج العربي', 'شارع سالم المبارك'],
    postalCode: '#####',
  },
  {
    code: 'AE',
    language: 'ar',
    currency: 'AED',
    taxPercent: 5,
    givenNames: ['خالد', 'نورة', 'سلمى'],
    familyNames: ['المنصوري', 'آل مكتوم', 'النعيمي'],
    cities: [['دبي', 'دبي']],
    streets: ['شارع الشيخ زايد', 'شارع الوصل'],
    postalCode: '00000',
  },
  {
    code: 'IL',
    language: 'he',
    currency: 'ILS',
    taxPercent: 18,
    givenNames: ['נועה', 'יצחק', 'תמר', 'אברהם־מאיר'],
    familyNames: ['כהן', 'בן־דוד', "צ'רניחובסקי"],
    cities: [['תל אביב־יפו'], ['ירושלים']],
    streets: ['שדרות רוטשילד', 'רחוב יפו'],
    postalCode: '#######',
  },
];

const byCode = new Map(countries.map((country) => [country.code, country]));

/** The country with this code, or the first one. */
export const countryOf = (code: string): Country => byCode.get(code) ?? countries[0];
